using M = TorchSharp.Modules;

namespace TorchSharp;

/// <content>Factories of distributions over categories.</content>
public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>The categorical distribution (torch.distributions.Categorical).</summary>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Categorical Categorical(
            Tensor? probs = null, Tensor? logits = null, Generator? generator = null, bool? validate_args = null) =>
            new(probs, logits, generator, validate_args);

        /// <summary>The categorical distribution (torch.distributions.Categorical).</summary>
        /// <param name="categories">How many categories, all as likely.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Categorical Categorical(int categories, Generator? generator = null, bool? validate_args = null) =>
            FromNumber(Equal(categories), p => new M.Categorical(p, null, generator, validate_args));

        /// <summary>The multinomial distribution (torch.distributions.Multinomial).</summary>
        /// <param name="total_count">How many trials.</param>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Multinomial Multinomial(
            int total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null, bool? validate_args = null) =>
            new(total_count, probs, logits, generator, validate_args);

        /// <summary>The multinomial distribution (torch.distributions.Multinomial).</summary>
        /// <param name="total_count">How many trials.</param>
        /// <param name="categories">How many categories, all as likely.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Multinomial Multinomial(int total_count, int categories, Generator? generator = null, bool? validate_args = null) =>
            FromNumber(Equal(categories), p => new M.Multinomial(total_count, p, null, generator, validate_args));

        /// <summary>The one-hot categorical distribution that lets gradients through (torch.distributions.OneHotCategoricalStraightThrough).</summary>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.OneHotCategoricalStraightThrough OneHotCategoricalStraightThrough(
            Tensor? probs = null, Tensor? logits = null, Generator? generator = null, bool? validate_args = null) =>
            new(probs, logits, generator, validate_args);

        /// <summary>The one-hot categorical distribution (torch.distributions.OneHotCategorical).</summary>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.OneHotCategorical OneHotCategorical(
            Tensor? probs = null, Tensor? logits = null, Generator? generator = null, bool? validate_args = null) =>
            new(probs, logits, generator, validate_args);

        /// <summary>The one-hot categorical distribution (torch.distributions.OneHotCategorical).</summary>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.OneHotCategorical OneHotCategorical(float? probs, float? logits, Generator? generator = null, bool? validate_args = null) =>
            FromNumbers(null, probs, logits, (_, p, l) => new M.OneHotCategorical(p, l, generator, validate_args));

        /// <summary>The one-hot categorical distribution (torch.distributions.OneHotCategorical).</summary>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.OneHotCategorical OneHotCategorical(
            double? probs, double? logits, Generator? generator = null, bool? validate_args = null) =>
            FromNumbers(null, probs, logits, (_, p, l) => new M.OneHotCategorical(p, l, generator, validate_args));
    }
}
