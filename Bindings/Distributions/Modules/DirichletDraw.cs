using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>Draws from Dirichlet distributions, with the gradient with respect to their concentrations.</summary>
internal sealed class DirichletDraw : autograd.SingleTensorFunction<DirichletDraw>
{
    public override string Name => "_Dirichlet";

    public override Tensor forward(autograd.AutogradContext ctx, params object?[] vars)
    {
        var concentration = (Tensor)vars[0]!;
        Tensor drawn = ops.aten._sample_dirichlet(concentration, (Generator?)vars[1]);
        ctx.save_for_backward([drawn, concentration]);
        return drawn;
    }

    public override List<Tensor?> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        List<Tensor> saved = ctx.get_saved_variables();
        (Tensor drawn, Tensor concentration) = (saved[0], saved[1]);
        Tensor total = concentration.sum(-1, keepdim: true).expand_as(concentration);
        Tensor slope = ops.aten._dirichlet_grad(drawn, concentration, total);
        return [slope * (grad_output - (drawn * grad_output).sum(-1, keepdim: true)), null];
    }
}
