using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The one matrix, of the three that can stand for a covariance, that was given.</summary>
internal static class CovarianceKind
{
    /// <summary>Its Python name and itself.</summary>
    /// <exception cref="ArgumentException">None or several were given, or it is no matrix.</exception>
    internal static (string Name, Tensor Matrix) OneOf(Tensor? covariance_matrix, Tensor? precision_matrix, Tensor? scale_tril)
    {
        (string Name, Tensor? Matrix)[] given =
            [("covariance_matrix", covariance_matrix), ("precision_matrix", precision_matrix), ("scale_tril", scale_tril)];
        given = [.. given.Where(entry => entry.Matrix is not null)];
        if (given.Length != 1)
        {
            throw new ArgumentException("Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.");
        }

        (string name, Tensor? matrix) = given[0];
        return matrix!.dim() >= 2
            ? (name, matrix)
            : throw new ArgumentException($"{name} must be at least two-dimensional, with optional leading batch dimensions", name);
    }
}
