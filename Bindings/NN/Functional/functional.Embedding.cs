using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Ones where a class number points, zeros elsewhere.</summary>
            /// <param name="x">Class numbers (int64), any shape.</param>
            /// <param name="num_classes">The number of classes; default (-1) one more than the largest number.</param>
            /// <returns>The shape of the input and one dimension of classes more.</returns>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => aten.one_hot(x, num_classes);

            /// <summary>Looks vectors up. Python's <c>embedding</c>.</summary>
            /// <param name="input">Row numbers (int64 or int32), any shape.</param>
            /// <param name="weight">(rows, dimension): the table.</param>
            /// <param name="padding_idx">A row that gets no gradient; negative counts from the end; default none.</param>
            /// <param name="max_norm">Rows looked up are first scaled down, in place, to this norm; default not.</param>
            /// <param name="norm_type">The power of that norm; default 2.</param>
            /// <param name="scale_grad_by_freq">Whether a row's gradient is divided by how often it occurs; default false.</param>
            /// <param name="sparse">Whether the table's gradient is sparse; default false.</param>
            /// <returns>The shape of the input and one dimension of the vectors more.</returns>
            /// <exception cref="ArgumentException">The padding row is outside the table.</exception>
            public static Tensor embedding(
                Tensor input,
                Tensor weight,
                long? padding_idx = null,
                double? max_norm = null,
                double norm_type = 2.0,
                bool scale_grad_by_freq = false,
                bool sparse = false)
            {
                var padding = padding_idx is { } row ? PaddingRow(row, weight.size(0)) : -1;
                Renormalize(input, weight, max_norm, norm_type);
                return aten.embedding(weight, input, padding, scale_grad_by_freq, sparse);
            }

            /// <summary>Looks bags of vectors up and makes one vector of each bag. Python's <c>embedding_bag</c>.</summary>
            /// <param name="input">Row numbers: (N), with <paramref name="offsets"/>, or (B, bag size).</param>
            /// <param name="weight">(rows, dimension): the table.</param>
            /// <param name="offsets">(B): where each bag starts; null for an input of two dimensions.</param>
            /// <param name="max_norm">Rows looked up are first scaled down, in place, to this norm; default not.</param>
            /// <param name="norm_type">The power of that norm; default 2.</param>
            /// <param name="scale_grad_by_freq">Whether a row's gradient is divided by how often it occurs; default false.</param>
            /// <param name="mode">How the vectors of a bag become one; default their mean.</param>
            /// <param name="sparse">Whether the table's gradient is sparse; default false.</param>
            /// <param name="per_sample_weights">A factor for each row number, for <see cref="EmbeddingBagMode.Sum"/> only; default 1.</param>
            /// <param name="include_last_offset">Whether the offsets end with the number of row numbers; default false.</param>
            /// <param name="padding_idx">A row that counts in no bag and gets no gradient; default none.</param>
            /// <returns>(B, dimension).</returns>
            /// <exception cref="ArgumentException">The shapes do not fit each other, or weights come with another mode than the sum.</exception>
            public static Tensor embedding_bag(
                Tensor input,
                Tensor weight,
                Tensor? offsets = null,
                double? max_norm = null,
                double norm_type = 2.0,
                bool scale_grad_by_freq = false,
                EmbeddingBagMode mode = EmbeddingBagMode.Mean,
                bool sparse = false,
                Tensor? per_sample_weights = null,
                bool include_last_offset = false,
                long? padding_idx = null)
            {
                if (per_sample_weights is not null && mode != EmbeddingBagMode.Sum)
                {
                    throw new ArgumentException($"per_sample_weights go with the sum of a bag, not with {mode}.", nameof(per_sample_weights));
                }

                if (mode == EmbeddingBagMode.Max && (scale_grad_by_freq || sparse))
                {
                    throw new ArgumentException("The greatest of a bag goes neither with scale_grad_by_freq nor with sparse.", nameof(mode));
                }

                if (per_sample_weights is not null && !per_sample_weights.shape.AsSpan().SequenceEqual(input.shape))
                {
                    throw new ArgumentException(
                        $"per_sample_weights ({Modules.Repr.Shape(per_sample_weights)}) have the shape of the input ({Modules.Repr.Shape(input)}).",
                        nameof(per_sample_weights));
                }

                if (input.dim() == 2 ? offsets is not null : input.dim() != 1 || offsets is null)
                {
                    throw new ArgumentException(
                        $"Bags are rows of an input of two dimensions, or parts of one of one dimension by offsets; "
                        + $"here are {input.dim()} dimensions "
                        + (offsets is null ? "and no offsets." : "and offsets."),
                        nameof(offsets));
                }

                using var scope = NewDisposeScope();
                var rows = input;
                var starts = offsets;
                if (input.dim() == 2)
                {
                    // Every row is a bag: there is no end of the last one to leave out, and rows may be empty.
                    starts = aten.mul_Scalar(aten.arange(input.size(0), input.dtype, null, input.device), input.size(1));
                    include_last_offset = false;
                    rows = aten.reshape(input, [-1]);
                    per_sample_weights = per_sample_weights is null ? null : aten.reshape(per_sample_weights, [-1]);
                }

                ThrowUnlessWhole(rows, starts!, include_last_offset);
                var padding = padding_idx is { } row ? PaddingRow(row, weight.size(0)) : (long?)null;
                Renormalize(rows, weight, max_norm, norm_type);
                var bags = aten.embedding_bag_padding_idx(
                    weight, rows, starts!, scale_grad_by_freq, (long)mode, sparse, per_sample_weights, include_last_offset, padding);
                return bags.Item1.MoveToOuterDisposeScope();
            }

            // On the CPU the kernels write beyond the bags when entries are left over behind the last offset.
            private static void ThrowUnlessWhole(Tensor rows, Tensor offsets, bool include_last_offset)
            {
                if (!include_last_offset || rows.device_type != DeviceType.CPU)
                {
                    return;
                }

                using var last = offsets.numel() > 0 ? aten.select_int(offsets, 0, -1) : null;
                if (last is null || last.to(ScalarType.Int64).item<long>() != rows.numel())
                {
                    throw new ArgumentException(
                        $"With include_last_offset the last offset is the length of the input, {rows.numel()}.", nameof(offsets));
                }
            }

            private static void Renormalize(Tensor input, Tensor weight, double? max_norm, double norm_type)
            {
                if (max_norm is { } limit)
                {
                    using var guard = no_grad();
                    using var rows = aten.contiguous(input);
                    aten.embedding_renorm_(weight, rows, limit, norm_type);
                }
            }

            private static long PaddingRow(long row, long rows)
            {
                if (row < -rows || row >= rows)
                {
                    throw new ArgumentException($"The padding row {row} is outside a table of {rows} rows.", nameof(row));
                }

                return row < 0 ? row + rows : row;
            }
        }
    }
}
