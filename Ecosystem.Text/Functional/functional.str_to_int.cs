namespace TorchSharp;

public static partial class torchtext
{
    public static partial class functional
    {
        /// <summary>Tokens that are whole numbers, read as Python's <c>int()</c> reads them: white space around, a sign, single underscores between
        /// digits, the digits of any script.</summary>
        /// <param name="input">The tokens.</param>
        /// <exception cref="FormatException">A token is no whole number; the message says which and where.</exception>
        /// <exception cref="OverflowException">A token is a number beyond 64 bits; the message says which and where.</exception>
        public static long[] str_to_int(IReadOnlyList<string> input)
        {
            ArgumentNullException.ThrowIfNull(input);
            return Integers(input, null);
        }

        /// <summary>The tokens of each text as whole numbers.</summary>
        /// <inheritdoc cref="str_to_int(IReadOnlyList{string})"/>
        public static long[][] str_to_int(IReadOnlyList<IReadOnlyList<string>> input) =>
            Batches.Map(input, tokens => tokens.Count, (tokens, text) => Integers(tokens, text));

        private static long[] Integers(IReadOnlyList<string> tokens, int? text)
        {
            var numbers = new long[tokens.Count];
            for (var place = 0; place < numbers.Length; place++)
            {
                var token = tokens[place] ?? throw new ArgumentException($"The token at {Where(place, text)} is null.", "input");
                try
                {
                    numbers[place] = PythonInteger.Parse(token)
                        ?? throw new FormatException($"The token {Quoted.Text(token)} at {Where(place, text)} is no whole number.");
                }
                catch (OverflowException problem)
                {
                    throw new OverflowException($"The token {Quoted.Text(token)} at {Where(place, text)} is a number beyond 64 bits.", problem);
                }
            }
            return numbers;
        }

        private static string Where(int place, int? text) => text is null ? $"position {place}" : $"position {place} of text {text}";
    }
}
