using static TorchSharp.torch;
using static TorchSharp.torch.distributions.transforms;

namespace TorchSharp;

/// <summary>What Python's transforms offer to everybody, and TorchSharp's to derived classes only.</summary>
public static class TransformExtensionMethods
{
    /// <summary>The logarithm of the absolute determinant of the Jacobian matrix: how much a transform stretches volumes.</summary>
    /// <param name="transform">The transform.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="y">The outputs for them.</param>
    /// <returns>One number for each value of the domain.</returns>
    public static Tensor log_abs_det_jacobian(this Transform transform, Tensor x, Tensor y)
    {
        ArgumentNullException.ThrowIfNull(transform);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        using DisposeScope scope = NewDisposeScope();
        Tensor result = transform.log_abs_det_jacobian(x, y);
        return (scope.Contains(result) ? result : result.alias()).MoveToOuterDisposeScope();
    }
}
