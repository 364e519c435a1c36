using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// 1 - cosine for pairs that belong together, max(0, cosine - margin) for those that do not. Python's <c>cosine_embedding_loss</c>.
            /// </summary>
            /// <param name="input1">(N, D) or (D).</param>
            /// <param name="input2">The first input's shape.</param>
            /// <param name="target">1 (together) and -1 (apart): (N) or ().</param>
            /// <param name="margin">Between -1 and 1; default 0.</param>
            /// <param name="reduction">How the values of the elements become the result; default their mean.</param>
            public static Tensor cosine_embedding_loss(
                Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                aten.cosine_embedding_loss(input1, input2, target, margin, (long)reduction);

            /// <summary>The input where the target is 1, max(0, margin - input) where it is -1. Python's <c>hinge_embedding_loss</c>.</summary>
            /// <param name="input">Distances, any shape.</param>
            /// <param name="target">1 and -1, of the input's shape.</param>
            /// <param name="margin">Default 0 (in Python 1).</param>
            /// <param name="reduction">How the values of the elements become the result; default their mean.</param>
            public static Tensor hinge_embedding_loss(Tensor input, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                aten.hinge_embedding_loss(input, target, margin, (long)reduction);

            /// <summary>max(0, -target (input1 - input2) + margin). Python's <c>margin_ranking_loss</c>.</summary>
            /// <param name="input1">Scores, any shape.</param>
            /// <param name="input2">Scores, of the first input's shape.</param>
            /// <param name="target">1 (the first ranks higher) and -1, of the same shape.</param>
            /// <param name="margin">Default 0.</param>
            /// <param name="reduction">How the values of the elements become the result; default their mean.</param>
            public static Tensor margin_ranking_loss(
                Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                aten.margin_ranking_loss(input1, input2, target, margin, (long)reduction);

            /// <inheritdoc cref="multi_label_margin_loss"/>
            public static Tensor multilabel_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                multi_label_margin_loss(input, target, reduction);

            /// <summary>The multi-class hinge loss with several true classes. Python's <c>multilabel_margin_loss</c>.</summary>
            /// <param name="input">(N, C) or (C).</param>
            /// <param name="target">Class numbers (int64) of the input's shape, ended by -1.</param>
            /// <param name="reduction">How the values of the elements become the result; default their mean.</param>
            public static Tensor multi_label_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                IsEmptyBatch(input)
                    ? NoLoss(input, reduction)
                    : aten.multilabel_margin_loss(input, target, (long)reduction);

            /// <summary>The multi-class hinge loss. Python's <c>multi_margin_loss</c>.</summary>
            /// <param name="input">(N, C) or (C).</param>
            /// <param name="target">Class numbers (int64): (N) or ().</param>
            /// <param name="p">The power, 1 or 2; default 1.</param>
            /// <param name="margin">Default 1.</param>
            /// <param name="weight">(C): a factor for each class; or null.</param>
            /// <param name="reduction">How the values of the elements become the result; default their mean.</param>
            public static Tensor multi_margin_loss(
                Tensor input, Tensor target, int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                IsEmptyBatch(input) ? NoLoss(input, reduction) : aten.multi_margin_loss(input, target, p, margin, weight, (long)reduction);

            /// <summary>max(0, distance to the positive - distance to the negative + margin). Python's <c>triplet_margin_loss</c>.</summary>
            /// <param name="anchor">(N, D) or (D).</param>
            /// <param name="positive">The anchor's shape.</param>
            /// <param name="negative">The anchor's shape.</param>
            /// <param name="margin">Default 1.</param>
            /// <param name="p">The power of the norm; default 2.</param>
            /// <param name="eps">Added to each difference; default 1e-6.</param>
            /// <param name="swap">Whether the distance from positive to negative counts where it is smaller; default false.</param>
            /// <param name="reduction">How the values of the elements become the result; default their mean.</param>
            public static Tensor triplet_margin_loss(
                Tensor anchor,
                Tensor positive,
                Tensor negative,
                double margin = 1.0,
                long p = 2,
                double eps = 1e-6,
                bool swap = false,
                Reduction reduction = Reduction.Mean) =>
                aten.triplet_margin_loss(anchor, positive, negative, margin, p, eps, swap, (long)reduction);

            /// <summary>The loss of alignments between sequences, summed over all of them. Python's <c>ctc_loss</c>.</summary>
            /// <param name="log_probs">(T, N, C) or (T, C).</param>
            /// <param name="targets">Class numbers: (N, S), or all sequences one after the other.</param>
            /// <param name="input_lengths">(N) or ().</param>
            /// <param name="target_lengths">(N) or ().</param>
            /// <param name="blank">The number of the blank class; default 0.</param>
            /// <param name="zero_infinity">Whether infinite losses become zero; default false.</param>
            /// <param name="reduction">How the values of the elements become the result; default their mean.</param>
            public static Tensor ctc_loss(
                Tensor log_probs,
                Tensor targets,
                Tensor input_lengths,
                Tensor target_lengths,
                long blank = 0,
                bool zero_infinity = false,
                Reduction reduction = Reduction.Mean) =>
                aten.ctc_loss_Tensor(log_probs, targets, input_lengths, target_lengths, blank, (long)reduction, zero_infinity);

            /// <summary>The triplet loss with a distance of one's own. Python's <c>triplet_margin_with_distance_loss</c>.</summary>
            /// <param name="anchor">(N, D).</param>
            /// <param name="positive">The anchor's shape.</param>
            /// <param name="negative">The anchor's shape.</param>
            /// <param name="distance">The distance of two tensors, (N); default <see cref="pairwise_distance"/>.</param>
            /// <param name="margin">Default 1.</param>
            /// <param name="swap">Whether the distance from positive to negative counts where it is smaller; default false.</param>
            /// <param name="reduction">How the values of the elements become the result; default their mean.</param>
            public static Tensor triplet_margin_with_distance_loss(
                Tensor anchor,
                Tensor positive,
                Tensor negative,
                Func<Tensor, Tensor, Tensor>? distance = null,
                double margin = 1.0,
                bool swap = false,
                Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                distance ??= (a, b) => pairwise_distance(a, b);
                var near = distance(anchor, positive);
                var far = distance(anchor, negative);
                if (swap)
                {
                    far = aten.minimum(far, distance(positive, negative));
                }

                var loss = aten.clamp_min(aten.add_Scalar(aten.sub_Tensor(near, far), margin), 0);
                return Reduced(loss, reduction).MoveToOuterDisposeScope();
            }

            /// <summary>
            /// The cross entropy of several yes-or-no scores per sample, averaged over the classes. Python's <c>multilabel_soft_margin_loss</c>.
            /// </summary>
            /// <param name="input">(N, C) or (C): scores.</param>
            /// <param name="target">0 and 1, of the input's shape.</param>
            /// <param name="weight">(C): a factor for each class; or null.</param>
            /// <param name="reduction">How the values of the elements become the result; default their mean.</param>
            public static Tensor multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var present = aten.mul_Tensor(target, aten.log_sigmoid(input));
                var absent = aten.mul_Tensor(aten.rsub_Scalar(target, 1), aten.log_sigmoid(aten.neg(input)));
                var losses = aten.neg(aten.add_Tensor(present, absent));
                losses = weight is null ? losses : aten.mul_Tensor(losses, weight);
                return Reduced(aten.div_Scalar(aten.sum_dim_IntList(losses, [input.dim() - 1]), input.size(-1)), reduction).MoveToOuterDisposeScope();
            }

            /// <summary>The negative logarithm of a normal density. Python's <c>gaussian_nll_loss</c>.</summary>
            /// <param name="input">The means: (N, ...).</param>
            /// <param name="target">The observations, of the input's shape.</param>
            /// <param name="variance">The variances: the input's shape, or with a last dimension of 1, or without the last dimension.</param>
            /// <param name="full">Whether the constant term counts; default false.</param>
            /// <param name="eps">The least variance; default 1e-6.</param>
            /// <param name="reduction">How the values of the elements become the result; default their mean.</param>
            /// <exception cref="ArgumentException">The variances do not fit the input, or one is negative.</exception>
            public static Tensor gaussian_nll_loss(
                Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var shape = input.shape;
                var given = variance.shape;
                if (!given.AsSpan().SequenceEqual(shape))
                {
                    if (shape.Length > 0 && given.AsSpan().SequenceEqual(shape.AsSpan(0, shape.Length - 1)))
                    {
                        variance = aten.unsqueeze(variance, -1);
                    }
                    else if (!(given.Length == shape.Length && given.Length > 0 && given[^1] == 1
                        && given.AsSpan(0, given.Length - 1).SequenceEqual(shape.AsSpan(0, shape.Length - 1))))
                    {
                        throw new ArgumentException(
                            $"Variances of shape {Modules.Repr.Shape(given)} do not fit an input of {Modules.Repr.Shape(shape)}.",
                            nameof(variance));
                    }
                }

                if (aten.any(aten.lt_Scalar(variance, 0)).item<bool>())
                {
                    throw new ArgumentException("A variance is negative.", nameof(variance));
                }

                // The least variance is a constant: no gradient flows through it, and elsewhere it flows to the variance unchanged.
                var safe = aten.clone(variance);
                using (no_grad())
                {
                    aten.clamp_(safe, FloatDigits.ToDouble(eps));
                }

                var residual = aten.pow_Tensor_Scalar(aten.sub_Tensor(input, target), 2);
                var loss = aten.mul_Scalar(aten.add_Tensor(aten.log(safe), aten.div_Tensor(residual, safe)), 0.5);
                if (full)
                {
                    loss = aten.add_Scalar(loss, 0.5 * Math.Log(2 * Math.PI));
                }

                return Reduced(loss, reduction).MoveToOuterDisposeScope();
            }

            private static bool IsEmptyBatch(Tensor input) => input.dim() == 2 && input.size(0) == 0;

            // Of a batch of none the kernels leave the result as the memory was.
            private static Tensor NoLoss(Tensor input, Reduction reduction)
            {
                using var scope = NewDisposeScope();
                return Reduced(aten.sum_dim_IntList(input, [1]), reduction).MoveToOuterDisposeScope();
            }

            private static Tensor Reduced(Tensor losses, Reduction reduction) => reduction switch
            {
                Reduction.None => losses,
                Reduction.Mean => aten.mean(losses),
                Reduction.Sum => aten.sum(losses),
                _ => throw new ArgumentOutOfRangeException(nameof(reduction), reduction, "There is no such reduction."),
            };
        }
    }
}
