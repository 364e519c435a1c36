namespace TorchSharp;

/// <summary>Solvers under the names that Python had before torch.linalg; they do what their successors do.</summary>
public static partial class torch
{
    /// <summary>Eigenvalues and, if wanted, eigenvectors of square matrices, complex (torch.eig, now torch.linalg.eig).</summary>
    /// <param name="input">Matrices of (*, n, n).</param>
    /// <param name="eigenvectors">Whether to give eigenvectors; an empty tensor otherwise.</param>
    public static (Tensor eigenvalues, Tensor eigenvectors) eig(Tensor input, bool eigenvectors = false)
    {
        if (eigenvectors)
        {
            return linalg.eig(input);
        }

        Tensor values = linalg.eigvals(input);
        return (values, empty([0], values.dtype, values.device));
    }

    /// <summary>Eigenvalues and, if wanted, eigenvectors of symmetric or Hermitian matrices (torch.symeig, now torch.linalg.eigh).</summary>
    /// <param name="input">Matrices of (*, n, n).</param>
    /// <param name="eigenvectors">Whether to give eigenvectors; an empty tensor otherwise.</param>
    /// <param name="upper">Whether the upper triangle is read.</param>
    public static (Tensor eigenvalues, Tensor eigenvectors) symeig(Tensor input, bool eigenvectors = false, bool upper = true)
    {
        char triangle = upper ? 'U' : 'L';
        if (eigenvectors)
        {
            return linalg.eigh(input, triangle);
        }

        Tensor values = linalg.eigvalsh(input, triangle);
        return (values, empty([0], input.dtype, input.device));
    }

    /// <summary>The X that makes the norm of A X - B least (torch.lstsq, now torch.linalg.lstsq).</summary>
    /// <param name="B">Right sides of (m, k).</param>
    /// <param name="A">A matrix of (m, n) with m at least n.</param>
    /// <returns>The solution, and the sum of squares of what remains of each right side (empty where A has not full rank).</returns>
    public static (Tensor Solution, Tensor Residuals) lstsq(Tensor B, Tensor A)
    {
        (Tensor solution, Tensor residuals, Tensor rank, Tensor singularValues) = linalg.lstsq(A, B);
        rank.Dispose();
        singularValues.Dispose();
        return (solution, residuals);
    }
}
