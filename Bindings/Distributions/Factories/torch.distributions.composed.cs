using M = TorchSharp.Modules;

namespace TorchSharp;

/// <content>Factories of distributions made of others.</content>
public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>The Gumbel distribution (torch.distributions.Gumbel).</summary>
        /// <param name="loc">Where it lies.</param>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Gumbel Gumbel(Tensor loc, Tensor scale, Generator? generator = null, bool? validate_args = null) =>
            new(loc, scale, generator, validate_args);

        /// <summary>The distribution of |x| for x Cauchy around 0 (torch.distributions.HalfCauchy).</summary>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.HalfCauchy HalfCauchy(Tensor scale, Generator? generator = null, bool? validate_args = null) =>
            new(scale, generator, validate_args);

        /// <summary>The distribution of |x| for x normal around 0 (torch.distributions.HalfNormal).</summary>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.HalfNormal HalfNormal(Tensor scale, Generator? generator = null, bool? validate_args = null) =>
            new(scale, generator, validate_args);

        /// <summary>The Kumaraswamy distribution (torch.distributions.Kumaraswamy).</summary>
        /// <param name="concentration1">The first concentration; positive.</param>
        /// <param name="concentration0">The second concentration; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Kumaraswamy Kumaraswamy(
            Tensor concentration1, Tensor concentration0, Generator? generator = null, bool? validate_args = null) =>
            new(concentration1, concentration0, generator, validate_args);

        /// <summary>The distribution of exp(x) for normal x (torch.distributions.LogNormal).</summary>
        /// <param name="loc">Where it lies.</param>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.LogNormal LogNormal(Tensor loc, Tensor scale, Generator? generator = null, bool? validate_args = null) =>
            new(loc, scale, generator, validate_args);

        /// <summary>The distribution of what stick-breaking makes of a normal vector (torch.distributions.LogisticNormal).</summary>
        /// <param name="loc">Where it lies.</param>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.LogisticNormal LogisticNormal(Tensor loc, Tensor scale, Generator? generator = null, bool? validate_args = null) =>
            new(loc, scale, generator, validate_args);

        /// <summary>The Pareto distribution (torch.distributions.Pareto).</summary>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="alpha">The power; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Pareto Pareto(Tensor scale, Tensor alpha, Generator? generator = null, bool? validate_args = null) =>
            new(scale, alpha, generator, validate_args);

        /// <summary>The Weibull distribution (torch.distributions.Weibull).</summary>
        /// <param name="scale">How wide it is; positive.</param>
        /// <param name="concentration">The concentration; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Weibull Weibull(Tensor scale, Tensor concentration, Generator? generator = null, bool? validate_args = null) =>
            new(scale, concentration, generator, validate_args);

        /// <summary>The distribution of what transforms make of draws (torch.distributions.TransformedDistribution).</summary>
        /// <param name="base_distribution">The distribution of the parts; it becomes part of this one.</param>
        /// <param name="transforms">What is made of draws, the first to be applied first.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.TransformedDistribution TransformedDistribution(
            Distribution base_distribution, IEnumerable<transforms.Transform> transforms, Generator? generator = null, bool? validate_args = null) =>
            new(base_distribution, transforms, generator, validate_args);

        /// <summary>A distribution of which some batch dimensions are parts of one event (torch.distributions.Independent).</summary>
        /// <param name="base_distribution">The distribution of the parts; it becomes part of this one.</param>
        /// <param name="reinterpreted_batch_dims">How many of its last batch dimensions are parts of one event.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Independent Independent(
            Distribution base_distribution, int reinterpreted_batch_dims, Generator? generator = null, bool? validate_args = null) =>
            new(base_distribution, reinterpreted_batch_dims, generator, validate_args);

        /// <summary>A mixture of distributions of one family (torch.distributions.MixtureSameFamily).</summary>
        /// <param name="mixture_distribution">Which component a draw comes from; it becomes part of this distribution.</param>
        /// <param name="component_distribution">The components, along the last batch dimension; it becomes part of this distribution.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.MixtureSameFamily MixtureSameFamily(
            M.Categorical mixture_distribution, Distribution component_distribution, Generator? generator = null, bool? validate_args = null) =>
            new(mixture_distribution, component_distribution, generator, validate_args);
    }
}
