using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchtext
{
    /// <summary>Steps from tokens to tensors as functions (Python's <c>torchtext.functional</c>).</summary>
    public static partial class functional
    {
        /// <summary>Indices as a tensor, shape [tokens].</summary>
        /// <param name="input">The indices.</param>
        /// <param name="padding_value">Not used for a single text.</param>
        /// <param name="dtype">The tensor's type, int64 by default. torchtext passes it over for a single text; here it holds for both.</param>
        public static Tensor to_tensor(IReadOnlyList<long> input, long? padding_value = null, ScalarType dtype = ScalarType.Int64)
        {
            ArgumentNullException.ThrowIfNull(input);
            return tensor(input as long[] ?? [.. input], dtype: dtype);
        }

        /// <summary>The indices of several texts as one tensor, shape [texts, tokens of the longest].</summary>
        /// <param name="input">The indices of each text.</param>
        /// <param name="padding_value">What shorter texts are filled up with at their ends; null where all are equally long.</param>
        /// <param name="dtype">The tensor's type.</param>
        /// <exception cref="ArgumentException">The texts differ in length and there is no padding value; or there is no text at all.</exception>
        public static Tensor to_tensor(
            IReadOnlyList<IReadOnlyList<long>> input, long? padding_value = null, ScalarType dtype = ScalarType.Int64)
        {
            ArgumentNullException.ThrowIfNull(input);
            if (input.Count == 0)
            {
                throw new ArgumentException("There is no text to make a tensor of.", nameof(input));
            }

            var longest = 0;
            for (var text = 0; text < input.Count; text++)
            {
                var length = (input[text] ?? throw new ArgumentException($"Text {text} of the batch is null.", nameof(input))).Count;
                if (padding_value is null && length != input[0].Count)
                {
                    throw new ArgumentException(
                        $"Text {text} has {length} tokens and text 0 has {input[0].Count}: give a padding_value to fill up the shorter ones.",
                        nameof(input));
                }
                longest = Math.Max(longest, length);
            }

            var values = new long[checked(input.Count * longest)];
            if (padding_value is { } padding and not 0)
            {
                Array.Fill(values, padding);
            }
            for (var text = 0; text < input.Count; text++)
            {
                Copy(input[text], values.AsSpan(text * longest));
            }
            return tensor(values, [input.Count, longest], dtype: dtype);
        }

        private static void Copy(IReadOnlyList<long> indices, Span<long> row)
        {
            if (indices is long[] array)
            {
                array.CopyTo(row);
                return;
            }
            for (var place = 0; place < indices.Count; place++)
            {
                row[place] = indices[place];
            }
        }
    }
}
