namespace TorchSharp;

public static partial class torchtext
{
    public static partial class functional
    {
        /// <summary>The tokens of a text with one more at an end.</summary>
        /// <param name="input">The tokens.</param>
        /// <param name="token_id">The token to add.</param>
        /// <param name="begin">Whether it comes first, or last.</param>
        public static string[] add_token(IReadOnlyList<string> input, string token_id, bool begin = true)
        {
            ArgumentNullException.ThrowIfNull(token_id);
            return With(input, token_id, begin);
        }

        /// <summary>The indices of a text with one more at an end.</summary>
        /// <inheritdoc cref="add_token(IReadOnlyList{string}, string, bool)"/>
        public static long[] add_token(IReadOnlyList<long> input, long token_id, bool begin = true) => With(input, token_id, begin);

        /// <summary>The tokens of each text with one more at an end.</summary>
        /// <inheritdoc cref="add_token(IReadOnlyList{string}, string, bool)"/>
        public static string[][] add_token(IReadOnlyList<IReadOnlyList<string>> input, string token_id, bool begin = true)
        {
            ArgumentNullException.ThrowIfNull(token_id);
            return Batches.Map(input, tokens => tokens.Count, (tokens, _) => With(tokens, token_id, begin));
        }

        /// <summary>The indices of each text with one more at an end.</summary>
        /// <inheritdoc cref="add_token(IReadOnlyList{string}, string, bool)"/>
        public static long[][] add_token(IReadOnlyList<IReadOnlyList<long>> input, long token_id, bool begin = true) =>
            Batches.Map(input, tokens => tokens.Count, (tokens, _) => With(tokens, token_id, begin));

        private static T[] With<T>(IReadOnlyList<T> input, T token, bool begin)
        {
            ArgumentNullException.ThrowIfNull(input);
            var longer = new T[input.Count + 1];
            longer[begin ? 0 : ^1] = token;
            for (var place = 0; place < input.Count; place++)
            {
                longer[begin ? place + 1 : place] = input[place];
            }
            return longer;
        }
    }
}
