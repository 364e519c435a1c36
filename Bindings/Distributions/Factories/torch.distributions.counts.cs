using M = TorchSharp.Modules;

namespace TorchSharp;

/// <content>Factories of distributions over truth values and counts.</content>
public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>The Bernoulli distribution (torch.distributions.Bernoulli).</summary>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Bernoulli Bernoulli(Tensor? probs = null, Tensor? logits = null, Generator? generator = null, bool? validate_args = null) =>
            new(probs, logits, generator, validate_args);

        /// <summary>The Bernoulli distribution (torch.distributions.Bernoulli).</summary>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Bernoulli Bernoulli(float? probs, float? logits, Generator? generator = null, bool? validate_args = null) =>
            FromNumbers(null, probs, logits, (_, p, l) => new M.Bernoulli(p, l, generator, validate_args));

        /// <summary>The Bernoulli distribution (torch.distributions.Bernoulli).</summary>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Bernoulli Bernoulli(double? probs, double? logits, Generator? generator = null, bool? validate_args = null) =>
            FromNumbers(null, probs, logits, (_, p, l) => new M.Bernoulli(p, l, generator, validate_args));

        /// <summary>The binomial distribution (torch.distributions.Binomial).</summary>
        /// <param name="total_count">How many trials.</param>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Binomial Binomial(
            Tensor total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null, bool? validate_args = null) =>
            new(total_count, probs, logits, generator, validate_args);

        /// <summary>The binomial distribution (torch.distributions.Binomial).</summary>
        /// <param name="total_count">How many trials.</param>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Binomial Binomial(int total_count, float? probs, float? logits, Generator? generator = null, bool? validate_args = null) =>
            FromNumbers(tensor((float)total_count), probs, logits, (count, p, l) => new M.Binomial(count!, p, l, generator, validate_args));

        /// <summary>The binomial distribution (torch.distributions.Binomial).</summary>
        /// <param name="total_count">How many trials.</param>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Binomial Binomial(
            int total_count, double? probs, double? logits, Generator? generator = null, bool? validate_args = null) =>
            FromNumbers(tensor((double)total_count), probs, logits, (count, p, l) => new M.Binomial(count!, p, l, generator, validate_args));

        /// <summary>The negative binomial distribution (torch.distributions.NegativeBinomial).</summary>
        /// <param name="total_count">How many trials.</param>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.NegativeBinomial NegativeBinomial(
            Tensor total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null, bool? validate_args = null) =>
            new(total_count, probs, logits, generator, validate_args);

        /// <summary>The negative binomial distribution (torch.distributions.NegativeBinomial).</summary>
        /// <param name="total_count">How many trials.</param>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.NegativeBinomial NegativeBinomial(
            int total_count, float? probs, float? logits, Generator? generator = null, bool? validate_args = null) =>
            FromNumbers(tensor((float)total_count), probs, logits, (count, p, l) => new M.NegativeBinomial(count!, p, l, generator, validate_args));

        /// <summary>The negative binomial distribution (torch.distributions.NegativeBinomial).</summary>
        /// <param name="total_count">How many trials.</param>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.NegativeBinomial NegativeBinomial(
            int total_count, double? probs, double? logits, Generator? generator = null, bool? validate_args = null) =>
            FromNumbers(tensor((double)total_count), probs, logits, (count, p, l) => new M.NegativeBinomial(count!, p, l, generator, validate_args));

        /// <summary>The geometric distribution (torch.distributions.Geometric).</summary>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Geometric Geometric(Tensor? probs = null, Tensor? logits = null, Generator? generator = null, bool? validate_args = null) =>
            new(probs, logits, generator, validate_args);

        /// <summary>The continuous Bernoulli distribution (torch.distributions.ContinuousBernoulli).</summary>
        /// <param name="probs">Probabilities.</param>
        /// <param name="logits">Logits, in place of probabilities.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.ContinuousBernoulli ContinuousBernoulli(
            Tensor? probs = null, Tensor? logits = null, Generator? generator = null, bool? validate_args = null) =>
            new(probs, logits, generator, validate_args);

        /// <summary>The Poisson distribution (torch.distributions.Poisson).</summary>
        /// <param name="rate">The rate; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Poisson Poisson(Tensor rate, Generator? generator = null, bool? validate_args = null) =>
            new(rate, generator, validate_args);

        /// <summary>The Poisson distribution (torch.distributions.Poisson).</summary>
        /// <param name="rate">The rate; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Poisson Poisson(float rate, Generator? generator = null, bool? validate_args = null) =>
            FromNumber(tensor(rate), r => new M.Poisson(r, generator, validate_args));

        /// <summary>The Poisson distribution (torch.distributions.Poisson).</summary>
        /// <param name="rate">The rate; positive.</param>
        /// <param name="generator">Where draws come from; null for the default generator.</param>
        /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
        /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
        public static M.Poisson Poisson(double rate, Generator? generator = null, bool? validate_args = null) =>
            FromNumber(tensor(rate), r => new M.Poisson(r, generator, validate_args));
    }
}
