using M = TorchSharp.Modules;

namespace TorchSharp;

/// <content>Factories of relaxed distributions.</content>
public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>The logarithms of relaxed one-hot draws (torch.distributions.ExpRelaxedCategorical).</summary>
        /// <param name="temperature">The temperature; positive.</param>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.ExpRelaxedCategorical ExpRelaxedCategorical(
            Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null, bool? validate_args = null) =>
            new(temperature, probs, logits, generator, validate_args);

        /// <summary>The logarithms of relaxed one-hot draws (torch.distributions.ExpRelaxedCategorical).</summary>
        /// <param name="temperature">The temperature; positive.</param>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.ExpRelaxedCategorical ExpRelaxedCategorical(
            Tensor temperature, float? probs, float? logits, Generator? generator = null, bool? validate_args = null) =>
            FromNumbers(null, probs, logits, (_, p, l) => new M.ExpRelaxedCategorical(temperature, p, l, generator, validate_args));

        /// <summary>The logarithms of relaxed one-hot draws (torch.distributions.ExpRelaxedCategorical).</summary>
        /// <param name="temperature">The temperature; positive.</param>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.ExpRelaxedCategorical ExpRelaxedCategorical(
            Tensor temperature, double? probs, double? logits, Generator? generator = null, bool? validate_args = null) =>
            FromNumbers(null, probs, logits, (_, p, l) => new M.ExpRelaxedCategorical(temperature, p, l, generator, validate_args));

        /// <summary>The logits of relaxed Bernoulli draws (torch.distributions.LogitRelaxedBernoulli).</summary>
        /// <param name="temperature">The temperature; positive.</param>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.LogitRelaxedBernoulli LogitRelaxedBernoulli(
            Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null, bool? validate_args = null) =>
            new(temperature, probs, logits, generator, validate_args);

        /// <summary>The logits of relaxed Bernoulli draws (torch.distributions.LogitRelaxedBernoulli).</summary>
        /// <param name="temperature">The temperature; positive.</param>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.LogitRelaxedBernoulli LogitRelaxedBernoulli(
            Tensor temperature, float? probs, float? logits, Generator? generator = null, bool? validate_args = null) =>
            FromNumbers(null, probs, logits, (_, p, l) => new M.LogitRelaxedBernoulli(temperature, p, l, generator, validate_args));

        /// <summary>The logits of relaxed Bernoulli draws (torch.distributions.LogitRelaxedBernoulli).</summary>
        /// <param name="temperature">The temperature; positive.</param>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.LogitRelaxedBernoulli LogitRelaxedBernoulli(
            Tensor temperature, double? probs, double? logits, Generator? generator = null, bool? validate_args = null) =>
            FromNumbers(null, probs, logits, (_, p, l) => new M.LogitRelaxedBernoulli(temperature, p, l, generator, validate_args));

        /// <summary>The relaxed Bernoulli distribution (torch.distributions.RelaxedBernoulli).</summary>
        /// <param name="temperature">The temperature; positive.</param>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.RelaxedBernoulli RelaxedBernoulli(
            Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null, bool? validate_args = null) =>
            new(temperature, probs, logits, generator, validate_args);

        /// <summary>The relaxed Bernoulli distribution (torch.distributions.RelaxedBernoulli).</summary>
        /// <param name="temperature">The temperature; positive.</param>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.RelaxedBernoulli RelaxedBernoulli(
            Tensor temperature, float? probs, float? logits, Generator? generator = null, bool? validate_args = null) =>
            FromNumbers(null, probs, logits, (_, p, l) => new M.RelaxedBernoulli(temperature, p, l, generator, validate_args));

        /// <summary>The relaxed Bernoulli distribution (torch.distributions.RelaxedBernoulli).</summary>
        /// <param name="temperature">The temperature; positive.</param>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.RelaxedBernoulli RelaxedBernoulli(
            Tensor temperature, double? probs, double? logits, Generator? generator = null, bool? validate_args = null) =>
            FromNumbers(null, probs, logits, (_, p, l) => new M.RelaxedBernoulli(temperature, p, l, generator, validate_args));

        /// <summary>The relaxed one-hot categorical distribution (torch.distributions.RelaxedOneHotCategorical).</summary>
        /// <param name="temperature">The temperature; positive.</param>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.RelaxedOneHotCategorical RelaxedOneHotCategorical(
            Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null, bool? validate_args = null) =>
            new(temperature, probs, logits, generator, validate_args);

        /// <summary>The relaxed one-hot categorical distribution (torch.distributions.RelaxedOneHotCategorical).</summary>
        /// <param name="temperature">The temperature; positive.</param>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.RelaxedOneHotCategorical RelaxedOneHotCategorical(
            Tensor temperature, float? probs, float? logits, Generator? generator = null, bool? validate_args = null) =>
            FromNumbers(null, probs, logits, (_, p, l) => new M.RelaxedOneHotCategorical(temperature, p, l, generator, validate_args));

        /// <summary>The relaxed one-hot categorical distribution (torch.distributions.RelaxedOneHotCategorical).</summary>
        /// <param name="temperature">The temperature; positive.</param>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.RelaxedOneHotCategorical RelaxedOneHotCategorical(
            Tensor temperature, double? probs, double? logits, Generator? generator = null, bool? validate_args = null) =>
            FromNumbers(null, probs, logits, (_, p, l) => new M.RelaxedOneHotCategorical(temperature, p, l, generator, validate_args));
    }
}
