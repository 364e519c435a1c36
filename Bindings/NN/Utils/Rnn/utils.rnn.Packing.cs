using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Sequences of several lengths: padded to one, or packed without padding. Python's <c>torch.nn.utils.rnn</c>.</summary>
            public static partial class rnn
            {
                /// <summary>Takes the padding out of a batch of sequences. Python's <c>pack_padded_sequence</c>.</summary>
                /// <param name="input">(L, N, ...), or (N, L, ...) if <paramref name="batch_first"/>.</param>
                /// <param name="lengths">The length of each sequence, (N) of int64, from 1 to L.</param>
                /// <param name="batch_first">Whether the batch is the first dimension; default false.</param>
                /// <param name="enforce_sorted">
                /// True (the default) if the longest sequence comes first and the others follow by length; false lets the call sort them.
                /// </param>
                /// <exception cref="ArgumentException">The shapes do not fit.</exception>
                /// <exception cref="TorchException">A length is less than 1, or the sequences are not sorted.</exception>
                public static PackedSequence pack_padded_sequence(
                    Tensor input, Tensor lengths, bool batch_first = false, bool enforce_sorted = true)
                {
                    ArgumentNullException.ThrowIfNull(input);
                    ArgumentNullException.ThrowIfNull(lengths);
                    if (input.dim() < 2 || lengths.dim() != 1 || lengths.size(0) != input.size(batch_first ? 0 : 1))
                    {
                        throw new ArgumentException(
                            $"Sequences {(batch_first ? "(N, L, ...)" : "(L, N, ...)")} are packed by (N) lengths: these have shape " +
                            $"{Modules.Repr.Shape(input)}, the lengths {Modules.Repr.Shape(lengths)}.", nameof(lengths));
                    }

                    using var scope = NewDisposeScope();
                    var sizes = lengths.to(ScalarType.Int64, CPU);
                    using var greatest = sizes.numel() > 0 ? aten.max(sizes) : null;
                    var room = input.size(batch_first ? 1 : 0);
                    if (greatest is not null && greatest.item<long>() > room)
                    {
                        throw new ArgumentException(
                            $"A length is {greatest.item<long>()}, beyond the {room} elements of the sequences.",
                            nameof(lengths));
                    }

                    Tensor? order = null;
                    if (!enforce_sorted)
                    {
                        (sizes, var places) = aten.sort(sizes, -1, true);
                        order = places.to(input.device);
                        input = aten.index_select(input, batch_first ? 0 : 1, order);
                    }

                    var (data, batchSizes) = aten._pack_padded_sequence(input, sizes, batch_first);
                    return new PackedSequence(data, batchSizes, order).MoveToOuterDisposeScope();
                }

                /// <inheritdoc cref="pack_padded_sequence(Tensor, Tensor, bool, bool)"/>
                public static PackedSequence pack_padded_sequence(
                    Tensor input, long[] lengths, bool batch_first = false, bool enforce_sorted = true)
                {
                    using var sizes = tensor(lengths, [lengths.Length]);
                    return pack_padded_sequence(input, sizes, batch_first, enforce_sorted);
                }

                /// <summary>Packs sequences of several lengths. Python's <c>pack_sequence</c>.</summary>
                /// <param name="sequences">Each (its length, ...), all alike behind that.</param>
                /// <param name="enforce_sorted">
                /// True (the default) if the longest comes first and the others follow by length; false lets the call sort them.
                /// </param>
                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true)
                {
                    Tensor[] all = [.. sequences];
                    using var padded = pad_sequence(all);
                    return pack_padded_sequence(padded, [.. all.Select(sequence => sequence.size(0))], enforce_sorted: enforce_sorted);
                }

                /// <summary>The inverse of <see cref="pack_padded_sequence(Tensor, Tensor, bool, bool)"/>. Python's <c>pad_packed_sequence</c>.</summary>
                /// <param name="sequence">The packed sequences.</param>
                /// <param name="batch_first">Whether the batch becomes the first dimension; default false.</param>
                /// <param name="padding_value">What stands behind the ends; default 0.</param>
                /// <param name="total_length">The length to pad to; default the longest sequence's.</param>
                /// <returns>(L, N, ...) or (N, L, ...), and the lengths: (N) of int64.</returns>
                /// <exception cref="ArgumentException">The longest sequence is longer than <paramref name="total_length"/>.</exception>
                public static (Tensor, Tensor) pad_packed_sequence(
                    PackedSequence sequence, bool batch_first = false, double padding_value = 0.0, long? total_length = null)
                {
                    ArgumentNullException.ThrowIfNull(sequence);
                    var longest = sequence.batch_sizes.size(0);
                    if (total_length < longest)
                    {
                        throw new ArgumentException(
                            $"The longest sequence has {longest} elements; it cannot be padded to {total_length}.", nameof(total_length));
                    }

                    using var scope = NewDisposeScope();
                    var (padded, lengths) = aten._pad_packed_sequence(
                        sequence.data, sequence.batch_sizes, batch_first, padding_value, total_length ?? longest);
                    if (sequence.unsorted_indices is { } places)
                    {
                        padded = aten.index_select(padded, batch_first ? 0 : 1, places);
                        lengths = aten.index_select(lengths, 0, places.cpu());
                    }

                    return (padded.MoveToOuterDisposeScope(), lengths.MoveToOuterDisposeScope());
                }

                /// <summary>The sequences of a packed one, each of its own length. Python's <c>unpack_sequence</c>.</summary>
                public static IList<Tensor> unpack_sequence(PackedSequence packed_sequences)
                {
                    var (padded, lengths) = pad_packed_sequence(packed_sequences, batch_first: true);
                    using (padded)
                    using (lengths)
                    {
                        return unpad_sequence(padded, lengths, batch_first: true);
                    }
                }

                /// <summary>The permutation that undoes another: (N) of int64. Python's <c>invert_permutation</c>.</summary>
                /// <returns>The inverse; null for none.</returns>
                [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(permutation))]
                public static Tensor? invert_permutation(Tensor? permutation)
                {
                    if (permutation is null)
                    {
                        return null;
                    }

                    using var places = arange(0, permutation.numel(), ScalarType.Int64, permutation.device);
                    var inverse = aten.empty_like(permutation);
                    return aten.scatter__src(inverse, 0, permutation, places);
                }
            }
        }
    }
}
