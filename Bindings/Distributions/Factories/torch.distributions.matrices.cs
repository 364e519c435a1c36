using M = TorchSharp.Modules;

namespace TorchSharp;

/// <content>Factories of distributions over vectors and matrices.</content>
public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>The normal distribution over vectors (torch.distributions.MultivariateNormal).</summary>
        /// <param name="loc">Where it lies.</param>
        /// <param name="covariance_matrix">The covariance matrix; one of the three matrices has to be given.</param>
        /// <param name="precision_matrix">Its inverse.</param>
        /// <param name="scale_tril">Its Cholesky factor.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.MultivariateNormal MultivariateNormal(
            Tensor loc, Tensor? covariance_matrix = null, Tensor? precision_matrix = null, Tensor? scale_tril = null, Generator? generator = null, bool? validate_args = null) =>
            new(loc, covariance_matrix, precision_matrix, scale_tril, generator, validate_args);

        /// <summary>The normal distribution over vectors with a covariance of low rank plus a diagonal (torch.distributions.LowRankMultivariateNormal).</summary>
        /// <param name="loc">Where it lies.</param>
        /// <param name="cov_factor">The factor of the part of low rank.</param>
        /// <param name="cov_diag">The diagonal; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.LowRankMultivariateNormal LowRankMultivariateNormal(
            Tensor loc, Tensor cov_factor, Tensor cov_diag, Generator? generator = null, bool? validate_args = null) =>
            new(loc, cov_factor, cov_diag, generator, validate_args);

        /// <summary>The Wishart distribution over covariance matrices (torch.distributions.Wishart).</summary>
        /// <param name="df">Degrees of freedom; positive.</param>
        /// <param name="covariance_matrix">The covariance matrix; one of the three matrices has to be given.</param>
        /// <param name="precision_matrix">Its inverse.</param>
        /// <param name="scale_tril">Its Cholesky factor.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Wishart Wishart(
            Tensor df, Tensor? covariance_matrix = null, Tensor? precision_matrix = null, Tensor? scale_tril = null, Generator? generator = null, bool? validate_args = null) =>
            new(df, covariance_matrix, precision_matrix, scale_tril, generator, validate_args);

        /// <summary>The LKJ distribution over Cholesky factors of correlation matrices (torch.distributions.LKJCholesky).</summary>
        /// <param name="dim">The size of the matrices; 2 or more.</param>
        /// <param name="concentration">The concentration; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.LKJCholesky LKJCholesky(int dim, Tensor? concentration = null, Generator? generator = null, bool? validate_args = null) =>
            new(dim, concentration, generator, validate_args);
    }
}
