using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// The negative logarithm of the softmax at the target: log_softmax and nll_loss in one. Python's <c>cross_entropy</c>.
            /// </summary>
            /// <param name="input">Scores: (C), (N, C) or (N, C, ...).</param>
            /// <param name="target">Class numbers (int64) of shape (), (N) or (N, ...), or probabilities of the input's shape.</param>
            /// <param name="weight">(C): a factor for each class; or null.</param>
            /// <param name="ignore_index">A class number that counts for nothing; default -100.</param>
            /// <param name="label_smoothing">How much of the target is spread over all classes; default 0.</param>
            /// <param name="reduction">How the values of the elements become the result; default their mean.</param>
            public static Tensor cross_entropy(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                long ignore_index = -100,
                Reduction reduction = Reduction.Mean,
                double label_smoothing = 0.0) =>
                aten.cross_entropy_loss(input, target, weight, (long)reduction, ignore_index, label_smoothing);

            /// <summary>The negative entry at the target. Python's <c>nll_loss</c>.</summary>
            /// <param name="input">Logarithms of probabilities: (C), (N, C) or (N, C, ...).</param>
            /// <param name="target">Class numbers (int64): (), (N) or (N, ...).</param>
            /// <param name="weight">(C): a factor for each class; or null.</param>
            /// <param name="ignore_index">A class number that counts for nothing; default -100.</param>
            /// <param name="reduction">How the values of the elements become the result; default their mean.</param>
            public static Tensor nll_loss(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, long ignore_index = -100) =>
                aten.nll_loss_nd(input, target, weight, (long)reduction, ignore_index);

            /// <summary>The squared difference. Python's <c>mse_loss</c>.</summary>
            /// <param name="input">Any shape.</param>
            /// <param name="target">The shape of the input, or one that broadcasts with it.</param>
            /// <param name="reduction">How the values of the elements become the result; default their mean.</param>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Paired(input, target, reduction, static (x, y, r) => aten.mse_loss(x, y, (long)r));

            /// <summary>The absolute difference. Python's <c>l1_loss</c>.</summary>
            /// <param name="input">Any shape.</param>
            /// <param name="target">The shape of the input.</param>
            /// <param name="reduction">How the values of the elements become the result; default their mean.</param>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                aten.l1_loss(input, target, (long)reduction);

            /// <summary>
            /// The squared difference (over 2 beta) up to beta, the absolute difference less beta / 2 beyond. Python's <c>smooth_l1_loss</c>.
            /// </summary>
            /// <param name="input">Any shape.</param>
            /// <param name="target">The shape of the input.</param>
            /// <param name="reduction">How the values of the elements become the result; default their mean.</param>
            /// <param name="beta">Where the square ends; 0 is the absolute difference throughout. Default 1.</param>
            /// <exception cref="ArgumentException">beta is negative.</exception>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1.0)
            {
                if (beta < 0)
                {
                    throw new ArgumentException($"beta is not negative; it was {beta}.", nameof(beta));
                }

                return beta == 0
                    ? l1_loss(input, target, reduction)
                    : Paired(input, target, (reduction, beta), static (x, y, how) => aten.smooth_l1_loss(x, y, (long)how.reduction, how.beta));
            }

            /// <summary>
            /// Half the squared difference up to delta, delta times (the absolute difference less delta / 2) beyond. Python's <c>huber_loss</c>.
            /// </summary>
            /// <param name="input">Any shape.</param>
            /// <param name="target">The shape of the input.</param>
            /// <param name="delta">Where the square ends; default 1.</param>
            /// <param name="reduction">How the values of the elements become the result; default their mean.</param>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean) =>
                Paired(input, target, (reduction, delta), static (x, y, how) => aten.huber_loss(x, y, (long)how.reduction, how.delta));

            /// <summary>The cross entropy of independent yes-or-no probabilities. Python's <c>binary_cross_entropy</c>.</summary>
            /// <param name="input">Probabilities, any shape.</param>
            /// <param name="target">Probabilities, of the input's shape.</param>
            /// <param name="weight">A factor for each element, broadcast to the target; or null.</param>
            /// <param name="reduction">How the values of the elements become the result; default their mean.</param>
            /// <exception cref="ArgumentException">The target has another shape than the input.</exception>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                ThrowUnlessAlike(input, target);
                if (weight is null || weight.shape.AsSpan().SequenceEqual(target.shape))
                {
                    return aten.binary_cross_entropy(input, target, weight, (long)reduction);
                }

                using var factors = aten.expand(weight, target.shape);
                return aten.binary_cross_entropy(input, target, factors, (long)reduction);
            }

            /// <summary>
            /// The sigmoid and <see cref="binary_cross_entropy"/> in one, without overflow. Python's <c>binary_cross_entropy_with_logits</c>.
            /// </summary>
            /// <param name="input">Scores, any shape.</param>
            /// <param name="target">Probabilities, of the input's shape.</param>
            /// <param name="weight">A factor for each element, broadcast to the target; or null.</param>
            /// <param name="pos_weights">A factor for the positive part of each class, broadcast to the target; or null.</param>
            /// <param name="reduction">How the values of the elements become the result; default their mean.</param>
            /// <exception cref="ArgumentException">The target has another shape than the input.</exception>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
            {
                ThrowUnlessAlike(input, target);
                return aten.binary_cross_entropy_with_logits(input, target, weight, pos_weights, (long)reduction);
            }

            /// <summary>The divergence of the input from the target, element by element. Python's <c>kl_div</c>.</summary>
            /// <param name="input">Logarithms of probabilities, any shape.</param>
            /// <param name="target">Probabilities, or their logarithms; the input's shape.</param>
            /// <param name="log_target">Whether the target holds logarithms; default true (in Python false).</param>
            /// <param name="reduction">How the values of the elements become the result; default their mean.</param>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                aten.kl_div(input, target, (long)reduction, log_target);

            /// <summary>The negative logarithm of a Poisson probability. Python's <c>poisson_nll_loss</c>.</summary>
            /// <param name="input">The rate or its logarithm, any shape.</param>
            /// <param name="target">The counts, of the input's shape.</param>
            /// <param name="log_input">Whether the input is the rate's logarithm; default true.</param>
            /// <param name="full">Whether Stirling's approximation of the target's term is added; default false.</param>
            /// <param name="eps">Added to a rate before its logarithm; default 1e-8.</param>
            /// <param name="reduction">How the values of the elements become the result; default their mean.</param>
            public static Tensor poisson_nll_loss(
                Tensor input, Tensor target, bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) =>
                aten.poisson_nll_loss(input, target, log_input, full, FloatDigits.ToDouble(eps), (long)reduction);

            /// <summary>log(1 + exp(-target input)). Python's <c>soft_margin_loss</c>.</summary>
            /// <param name="input">Any shape.</param>
            /// <param name="target">1 and -1, of the input's shape.</param>
            /// <param name="reduction">How the values of the elements become the result; default their mean.</param>
            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                aten.soft_margin_loss(input, target, (long)reduction);

            // The operators take the target's element count for that of the result when they divide the gradient.
            private static Tensor Paired<T>(Tensor input, Tensor target, T options, Func<Tensor, Tensor, T, Tensor> loss)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(target);
                if (input.shape.AsSpan().SequenceEqual(target.shape))
                {
                    return loss(input, target, options);
                }

                using var scope = NewDisposeScope();
                var both = aten.broadcast_tensors([input, target]);
                return loss(both[0], both[1], options).MoveToOuterDisposeScope();
            }

            private static void ThrowUnlessAlike(Tensor input, Tensor target)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(target);
                if (!input.shape.AsSpan().SequenceEqual(target.shape))
                {
                    throw new ArgumentException(
                        $"The target has the input's shape, {Modules.Repr.Shape(input)}; here it is {Modules.Repr.Shape(target)}.", nameof(target));
                }
            }
        }
    }
}
