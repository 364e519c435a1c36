using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Normalizes each channel over the batch and all positions. Python's <c>batch_norm</c>.</summary>
            /// <param name="input">(N, C, ...).</param>
            /// <param name="running_mean">(C): the mean to use in evaluation and to update in training; or null.</param>
            /// <param name="running_var">(C): the variance to use in evaluation and to update in training; or null.</param>
            /// <param name="weight">(C): the scale, or null for 1.</param>
            /// <param name="bias">(C): the shift, or null for 0.</param>
            /// <param name="training">Whether the batch's own statistics are used (and the running ones updated); default false.</param>
            /// <param name="momentum">How much a batch moves the running statistics; default 0.1.</param>
            /// <param name="eps">Added to the variance; default 1e-5.</param>
            /// <exception cref="ArgumentException">In training there is only one value per channel.</exception>
            public static Tensor batch_norm(
                Tensor input,
                Tensor? running_mean,
                Tensor? running_var,
                Tensor? weight = null,
                Tensor? bias = null,
                bool training = false,
                double momentum = 0.1,
                double eps = 1e-5)
            {
                if (training && input.dim() > 0 && IsSingle(input.size(0), input))
                {
                    throw new ArgumentException(
                        $"Batch normalization trains on more than one value per channel; the input is {Modules.Repr.Shape(input)}.", nameof(input));
                }

                return aten.batch_norm(input, weight, bias, running_mean, running_var, training, momentum, eps, true);
            }

            /// <summary>Normalizes each channel of each sample over its positions. Python's <c>instance_norm</c>.</summary>
            /// <param name="input">(N, C, ...) with at least one dimension of positions.</param>
            /// <param name="running_mean">(C): the mean to use in evaluation and to update in training; or null.</param>
            /// <param name="running_var">(C): the variance to use in evaluation and to update in training; or null.</param>
            /// <param name="weight">(C): the scale, or null for 1.</param>
            /// <param name="bias">(C): the shift, or null for 0.</param>
            /// <param name="use_input_stats">Whether the sample's own statistics are used; default true.</param>
            /// <param name="momentum">How much a batch moves the running statistics; default 0.1.</param>
            /// <param name="eps">Added to the variance; default 1e-5.</param>
            /// <exception cref="ArgumentException">With the input's statistics there is only one value per channel of a sample.</exception>
            public static Tensor instance_norm(
                Tensor input,
                Tensor? running_mean = null,
                Tensor? running_var = null,
                Tensor? weight = null,
                Tensor? bias = null,
                bool use_input_stats = true,
                double momentum = 0.1,
                double eps = 1e-5)
            {
                if (use_input_stats && IsSingle(1, input))
                {
                    throw new ArgumentException(
                        $"Instance normalization takes more than one value per channel of a sample; the input is {Modules.Repr.Shape(input)}.",
                        nameof(input));
                }

                return aten.instance_norm(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, true);
            }

            /// <summary>Normalizes over the last dimensions. Python's <c>layer_norm</c>.</summary>
            /// <param name="input">(..., normalized shape).</param>
            /// <param name="normalized_shape">The shape of the dimensions normalized over.</param>
            /// <param name="weight">The scale, of the normalized shape; or null for 1.</param>
            /// <param name="bias">The shift, of the normalized shape; or null for 0.</param>
            /// <param name="eps">Added to the variance; default 1e-5.</param>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                aten.layer_norm(input, normalized_shape, weight, bias, eps, true);

            /// <summary>Normalizes groups of channels of each sample. Python's <c>group_norm</c>.</summary>
            /// <param name="input">(N, C, ...).</param>
            /// <param name="num_groups">The number of groups; it divides the channels.</param>
            /// <param name="weight">(C): the scale, or null for 1.</param>
            /// <param name="bias">(C): the shift, or null for 0.</param>
            /// <param name="eps">Added to the variance; default 1e-5.</param>
            /// <exception cref="ArgumentException">The groups of a sample have one value each, of a batch of one.</exception>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
            {
                ArgumentNullException.ThrowIfNull(input);
                if (num_groups > 0 && input.dim() > 1 && IsSingle(input.size(0) * input.size(1) / num_groups, input))
                {
                    throw new ArgumentException(
                        $"Group normalization takes more than one value per group; the input is {Modules.Repr.Shape(input)}.", nameof(input));
                }

                return aten.group_norm(input, num_groups, weight, bias, eps, true);
            }

            /// <summary>
            /// Divides each entry by a power of the mean square of its neighbours in the channels. Python's <c>local_response_norm</c>.
            /// </summary>
            /// <param name="input">(N, C, ...) with at least one dimension of positions.</param>
            /// <param name="size">The number of neighbouring channels.</param>
            /// <param name="alpha">The factor of the mean square; default 1e-4.</param>
            /// <param name="beta">The power; default 0.75.</param>
            /// <param name="k">Added before the power; default 1.</param>
            /// <exception cref="ArgumentException">The input has fewer than three dimensions.</exception>
            public static Tensor local_response_norm(Tensor input, long size, double alpha = 1e-4, double beta = 0.75, double k = 1.0)
            {
                if (input.dim() < 3)
                {
                    throw new ArgumentException($"Local response normalization takes (N, C, ...), not a tensor of {input.dim()} dimensions.",
                        nameof(input));
                }

                if (input.numel() == 0)
                {
                    return Again(input);
                }

                using var scope = NewDisposeScope();
                var shape = input.shape;
                // The channels become a dimension to slide along, everything behind them one flat dimension.
                var squares = aten.reshape(aten.mul_Tensor(input, input), [shape[0], 1, shape[1], -1]);
                var padded = aten.constant_pad_nd(squares, [0, 0, size / 2, (size - 1) / 2], 0);
                var means = aten.reshape(aten.avg_pool2d(padded, [size, 1], [1]), shape);
                var divisor = aten.pow_Tensor_Scalar(aten.add_Scalar(aten.mul_Scalar(means, alpha), k), beta);
                return aten.div_Tensor(input, divisor).MoveToOuterDisposeScope();
            }

            /// <summary>Divides by the norm along a dimension. Python's <c>normalize</c>.</summary>
            /// <param name="input">Any shape.</param>
            /// <param name="p">The power of the norm; default 2.</param>
            /// <param name="dim">The dimension; default 1.</param>
            /// <param name="eps">The least norm divided by; default 1e-12.</param>
            public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1, double eps = 1e-12)
            {
                using var norm = aten.norm_ScalarOpt_dim(input, p, [dim], true);
                using var safe = aten.clamp_min(norm, eps);
                return aten.div_Tensor(input, safe);
            }

            // Whether there is one value to normalize by: so many of them at each place behind the first two dimensions.
            private static bool IsSingle(long values, Tensor input)
            {
                foreach (var size in input.shape.AsSpan(Math.Min(2, (int)input.dim())))
                {
                    values *= size;
                }

                return values == 1;
            }
        }
    }
}
