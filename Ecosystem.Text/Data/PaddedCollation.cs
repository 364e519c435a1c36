using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchtext
{
    public static partial class data
    {
        /// <summary>
        /// Puts texts of unequal lengths together into batches: shorter ones are filled up to the longest. Its <c>call</c> methods are what a
        /// <see cref="torch.utils.data"/> loader takes as <c>collate_fn</c>.
        /// </summary>
        public sealed class PaddedCollation
        {
            /// <summary>Makes the collation.</summary>
            /// <param name="padding_value">The index that shorter texts are filled up with.</param>
            /// <param name="max_length">Longer texts are cut to so many tokens; null keeps them whole.</param>
            /// <param name="min_length">Batches are at least this long, as a convolution of that width needs.</param>
            /// <exception cref="ArgumentOutOfRangeException"><paramref name="max_length"/> is not positive, or <paramref name="min_length"/> is negative
            /// or above it.</exception>
            public PaddedCollation(long padding_value = 0, int? max_length = null, int min_length = 0)
            {
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max_length ?? 1, nameof(max_length));
                ArgumentOutOfRangeException.ThrowIfNegative(min_length);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(min_length, max_length ?? int.MaxValue);
                (this.padding_value, this.max_length, this.min_length) = (padding_value, max_length, min_length);
            }

            /// <summary>The index that shorter texts are filled up with.</summary>
            public long padding_value { get; }

            /// <summary>The most tokens of a text that are kept; null for all.</summary>
            public int? max_length { get; }

            /// <summary>The least length of a batch.</summary>
            public int min_length { get; }

            /// <summary>A batch of texts.</summary>
            /// <param name="samples">The indices of each text, at least one.</param>
            /// <returns>Indices of int64, shape [texts, tokens of the longest], and the texts' own lengths, int64 of shape [texts].</returns>
            /// <exception cref="ArgumentException">There is no text, or one is null.</exception>
            public (Tensor tokens, Tensor lengths) call(IReadOnlyList<long[]> samples)
            {
                ArgumentNullException.ThrowIfNull(samples);
                return Join(samples.Count, text => samples[text]);
            }

            /// <summary>A batch of texts with labels.</summary>
            /// <param name="samples">The indices of each text with its label, at least one.</param>
            /// <returns>As for texts alone, and the labels, int64 of shape [texts].</returns>
            /// <exception cref="ArgumentException">There is no text, or one is null.</exception>
            public (Tensor tokens, Tensor lengths, Tensor labels) call(IReadOnlyList<(long[] tokens, long label)> samples)
            {
                ArgumentNullException.ThrowIfNull(samples);
                var (tokens, lengths) = Join(samples.Count, text => samples[text].tokens);
                var labels = new long[samples.Count];
                for (var text = 0; text < labels.Length; text++)
                {
                    labels[text] = samples[text].label;
                }
                return (tokens, lengths, tensor(labels));
            }

            private (Tensor Tokens, Tensor Lengths) Join(int texts, Func<int, long[]> tokensOf)
            {
                if (texts == 0)
                {
                    throw new ArgumentException("A batch takes at least one text.", "samples");
                }
                var lengths = new long[texts];
                for (var text = 0; text < texts; text++)
                {
                    var tokens = tokensOf(text) ?? throw new ArgumentException($"Text {text} of the batch is null.", "samples");
                    lengths[text] = Math.Min(tokens.Length, max_length ?? int.MaxValue);
                }

                var width = Math.Max(lengths.Max(), min_length);
                var values = new long[checked(texts * width)];
                Array.Fill(values, padding_value);
                for (var text = 0; text < texts; text++)
                {
                    tokensOf(text).AsSpan(0, (int)lengths[text]).CopyTo(values.AsSpan(checked((int)(text * width))));
                }
                return (tensor(values, [texts, width]), tensor(lengths));
            }
        }
    }
}
