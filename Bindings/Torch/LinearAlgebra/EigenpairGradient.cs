using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Eigenvalues and vectors of a symmetric matrix that were found without gradients, and the gradient that they have.</summary>
/// <remarks>
/// With e and u of one pair, de = u^T dA u and du = (e I - A)^+ dA u. The pseudo-inverse is a solution with A - e I + u u^T, which is regular where
/// the eigenvalue is a single one.
/// </remarks>
internal sealed class EigenpairGradient : autograd.MultiTensorFunction<EigenpairGradient>
{
    public override string Name => "torch.lobpcg";

    public override bool once_differentiable => true;

    public override List<Tensor> forward(autograd.AutogradContext ctx, params object?[] vars)
    {
        var (matrix, values, vectors) = ((Tensor)vars[0]!, (Tensor)vars[1]!, (Tensor)vars[2]!);
        ctx.save_for_backward([matrix, values, vectors]);
        ctx.save_data("B", vars[3] is not null);
        return [values.clone(), vectors.clone()];
    }

    public override List<Tensor?> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs)
    {
        IReadOnlyList<Tensor> saved = ctx.saved_tensors;
        var (matrix, values, vectors) = (saved[0], saved[1], saved[2]);
        if (matrix.is_sparse || matrix.is_complex() || (bool)ctx.get_data("B")!)
        {
            throw new NotSupportedException(
                "The backward of torch.lobpcg takes dense real matrices without B only (its forward takes others): call it on detached ones.");
        }

        Tensor gradient = (vectors * grad_outputs[0].unsqueeze(-2)).matmul(vectors.mT);
        Tensor outer = vectors.mT.unsqueeze(-1) * vectors.mT.unsqueeze(-2);
        Tensor shift = eye(matrix.size(-1), dtype: matrix.dtype, device: matrix.device) * values.unsqueeze(-1).unsqueeze(-1);
        Tensor regular = matrix.unsqueeze(-3) - shift + outer;
        // (*, k, m): what of each vector's gradient is not along the vector itself.
        Tensor across = grad_outputs[1].mT - (vectors.mT * (vectors * grad_outputs[1]).sum(-2).unsqueeze(-1));
        Tensor solved = linalg.solve(regular, across.unsqueeze(-1)).squeeze(-1);
        return [gradient - solved.mT.matmul(vectors.mT), null, null, null];
    }
}
