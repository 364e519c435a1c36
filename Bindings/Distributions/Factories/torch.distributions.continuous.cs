using M = TorchSharp.Modules;

namespace TorchSharp;

/// <content>Factories of distributions over numbers.</content>
public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>The normal distribution (torch.distributions.Normal).</summary>
        /// <param name="loc">Where it lies.</param>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Normal Normal(Tensor loc, Tensor scale, Generator? generator = null, bool? validate_args = null) =>
            new(loc, scale, generator, validate_args);

        /// <summary>The normal distribution (torch.distributions.Normal).</summary>
        /// <param name="loc">Where it lies.</param>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Normal Normal(float loc, float scale = 1, Generator? generator = null, bool? validate_args = null) =>
            FromNumbers(tensor(loc), tensor(scale), (l, s) => new M.Normal(l, s, generator, validate_args));

        /// <summary>The normal distribution (torch.distributions.Normal).</summary>
        /// <param name="loc">Where it lies.</param>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Normal Normal(double loc, double scale = 1, Generator? generator = null, bool? validate_args = null) =>
            FromNumbers(tensor(loc), tensor(scale), (l, s) => new M.Normal(l, s, generator, validate_args));

        /// <summary>The Laplace distribution (torch.distributions.Laplace).</summary>
        /// <param name="loc">Where it lies.</param>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Laplace Laplace(Tensor loc, Tensor scale, Generator? generator = null, bool? validate_args = null) =>
            new(loc, scale, generator, validate_args);

        /// <summary>The Laplace distribution (torch.distributions.Laplace).</summary>
        /// <param name="loc">Where it lies.</param>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Laplace Laplace(float loc, float scale = 1, Generator? generator = null, bool? validate_args = null) =>
            FromNumbers(tensor(loc), tensor(scale), (l, s) => new M.Laplace(l, s, generator, validate_args));

        /// <summary>The Laplace distribution (torch.distributions.Laplace).</summary>
        /// <param name="loc">Where it lies.</param>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Laplace Laplace(double loc, double scale = 1, Generator? generator = null, bool? validate_args = null) =>
            FromNumbers(tensor(loc), tensor(scale), (l, s) => new M.Laplace(l, s, generator, validate_args));

        /// <summary>The beta distribution (torch.distributions.Beta).</summary>
        /// <param name="concentration1">The first concentration; positive.</param>
        /// <param name="concentration0">The second concentration; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Beta Beta(Tensor concentration1, Tensor concentration0, Generator? generator = null, bool? validate_args = null) =>
            new(concentration1, concentration0, generator, validate_args);

        /// <summary>The Cauchy distribution (torch.distributions.Cauchy).</summary>
        /// <param name="loc">Where it lies.</param>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Cauchy Cauchy(Tensor loc, Tensor scale, Generator? generator = null, bool? validate_args = null) =>
            new(loc, scale, generator, validate_args);

        /// <summary>The chi-squared distribution (torch.distributions.Chi2).</summary>
        /// <param name="df">Degrees of freedom; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Chi2 Chi2(Tensor df, Generator? generator = null, bool? validate_args = null) =>
            new(df, generator, validate_args);

        /// <summary>The Dirichlet distribution (torch.distributions.Dirichlet).</summary>
        /// <param name="concentration">The concentration; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Dirichlet Dirichlet(Tensor concentration, Generator? generator = null, bool? validate_args = null) =>
            new(concentration, generator, validate_args);

        /// <summary>The exponential distribution (torch.distributions.Exponential).</summary>
        /// <param name="rate">The rate; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Exponential Exponential(Tensor rate, Generator? generator = null, bool? validate_args = null) =>
            new(rate, generator, validate_args);

        /// <summary>The F distribution (torch.distributions.FisherSnedecor).</summary>
        /// <param name="df1">Degrees of freedom above; positive.</param>
        /// <param name="df2">Degrees of freedom below; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.FisherSnedecor FisherSnedecor(Tensor df1, Tensor df2, Generator? generator = null, bool? validate_args = null) =>
            new(df1, df2, generator, validate_args);

        /// <summary>The gamma distribution (torch.distributions.Gamma).</summary>
        /// <param name="concentration">The concentration; positive.</param>
        /// <param name="rate">The rate; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Gamma Gamma(Tensor concentration, Tensor rate, Generator? generator = null, bool? validate_args = null) =>
            new(concentration, rate, generator, validate_args);

        /// <summary>Student's t distribution (torch.distributions.StudentT).</summary>
        /// <param name="df">Degrees of freedom; positive.</param>
        /// <param name="loc">Where it lies.</param>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.StudentT StudentT(Tensor df, Tensor loc, Tensor scale, Generator? generator = null, bool? validate_args = null) =>
            new(df, loc, scale, generator, validate_args);

        /// <summary>The uniform distribution (torch.distributions.Uniform).</summary>
        /// <param name="low">The lower end, included.</param>
        /// <param name="high">The upper end, not included.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Uniform Uniform(Tensor low, Tensor high, Generator? generator = null, bool? validate_args = null) =>
            new(low, high, generator, validate_args);

        /// <summary>The von Mises distribution of angles (torch.distributions.VonMises).</summary>
        /// <param name="loc">Where it lies.</param>
        /// <param name="concentration">The concentration; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.VonMises VonMises(Tensor loc, Tensor concentration, Generator? generator = null, bool? validate_args = null) =>
            new(loc, concentration, generator, validate_args);
    }
}
