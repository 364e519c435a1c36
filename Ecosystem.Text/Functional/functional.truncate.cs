namespace TorchSharp;

public static partial class torchtext
{
    public static partial class functional
    {
        /// <summary>The first tokens of a text.</summary>
        /// <param name="input">The tokens.</param>
        /// <param name="max_seq_len">The most to keep, at least 0; those at the end are cut off.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="max_seq_len"/> is negative.</exception>
        public static string[] truncate(IReadOnlyList<string> input, int max_seq_len) => First(input, max_seq_len);

        /// <summary>The first indices of a text.</summary>
        /// <inheritdoc cref="truncate(IReadOnlyList{string}, int)"/>
        public static long[] truncate(IReadOnlyList<long> input, int max_seq_len) => First(input, max_seq_len);

        /// <summary>The first tokens of each text.</summary>
        /// <inheritdoc cref="truncate(IReadOnlyList{string}, int)"/>
        public static string[][] truncate(IReadOnlyList<IReadOnlyList<string>> input, int max_seq_len) =>
            Batches.Map(input, tokens => Math.Min(tokens.Count, max_seq_len), (tokens, _) => First(tokens, max_seq_len));

        /// <summary>The first indices of each text.</summary>
        /// <inheritdoc cref="truncate(IReadOnlyList{string}, int)"/>
        public static long[][] truncate(IReadOnlyList<IReadOnlyList<long>> input, int max_seq_len) =>
            Batches.Map(input, tokens => Math.Min(tokens.Count, max_seq_len), (tokens, _) => First(tokens, max_seq_len));

        private static T[] First<T>(IReadOnlyList<T> input, int most)
        {
            ArgumentNullException.ThrowIfNull(input);
            ArgumentOutOfRangeException.ThrowIfNegative(most, "max_seq_len");
            var first = new T[Math.Min(input.Count, most)];
            for (var place = 0; place < first.Length; place++)
            {
                first[place] = input[place];
            }
            return first;
        }
    }
}
