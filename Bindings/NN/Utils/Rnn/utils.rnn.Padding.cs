using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>Sequences of several lengths, padded to the longest one's. Python's <c>pad_sequence</c>.</summary>
                /// <param name="sequences">At least one; each (its length, ...), all alike behind that.</param>
                /// <param name="batch_first">Whether the batch becomes the first dimension; default false.</param>
                /// <param name="padding_value">What stands behind the ends; default 0.</param>
                /// <returns>(L, N, ...), or (N, L, ...) if <paramref name="batch_first"/>.</returns>
                /// <exception cref="ArgumentException">There is no sequence.</exception>
                public static Tensor pad_sequence(IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0.0)
                {
                    ArgumentNullException.ThrowIfNull(sequences);
                    Tensor[] all = [.. sequences];
                    return all.Length > 0
                        ? ops.aten.pad_sequence(all, batch_first, padding_value)
                        : throw new ArgumentException("There is no sequence to pad; give at least one.", nameof(sequences));
                }

                /// <summary>The inverse of <see cref="pad_sequence"/>. Python's <c>unpad_sequence</c>.</summary>
                /// <param name="padded_sequences">(L, N, ...), or (N, L, ...) if <paramref name="batch_first"/>.</param>
                /// <param name="lengths">The length of each sequence: (N) of int64.</param>
                /// <param name="batch_first">Whether the batch is the first dimension; default false.</param>
                /// <returns>N copies, each (its length, ...).</returns>
                /// <exception cref="ArgumentException">There is not one length for each sequence.</exception>
                public static IList<Tensor> unpad_sequence(Tensor padded_sequences, Tensor lengths, bool batch_first = false)
                {
                    ArgumentNullException.ThrowIfNull(padded_sequences);
                    ArgumentNullException.ThrowIfNull(lengths);
                    var batch = batch_first ? 0 : 1;
                    if (padded_sequences.dim() < 2 || lengths.dim() != 1 || padded_sequences.size(batch) != lengths.size(0))
                    {
                        throw new ArgumentException(
                            $"Each of the sequences {Modules.Repr.Shape(padded_sequences)} needs a length; there are {Modules.Repr.Shape(lengths)}.",
                            nameof(lengths));
                    }

                    using var sizes = lengths.to(ScalarType.Int64, CPU);
                    var parts = new List<Tensor>();
                    foreach (var size in sizes.data<long>().ToArray())
                    {
                        using var row = aten.select_int(padded_sequences, batch, parts.Count);
                        using var own = aten.slice_Tensor(row, 0, 0, Math.Max(0, size));
                        parts.Add(aten.clone(own));
                    }

                    return parts;
                }
            }
        }
    }
}
