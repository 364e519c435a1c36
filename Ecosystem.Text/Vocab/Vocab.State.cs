namespace TorchSharp;

public static partial class torchtext
{
    public static partial class vocab
    {
        public sealed partial class Vocab
        {
            private const string Tokens = "itos";
            private const string DefaultIndex = "default_index";

            /// <summary>The whole vocabulary in plain values: <c>itos</c>, the tokens by index, and <c>default_index</c>, a whole number or null.
            /// <see cref="torch.serialization"/> saves it alone or within a checkpoint, and Python reads it.</summary>
            public Dictionary<string, object?> state_dict() => new() { [Tokens] = get_itos(), [DefaultIndex] = _default };

            /// <summary>Takes on what <see cref="state_dict"/> gave.</summary>
            /// <param name="state">The state, as it was or as <see cref="torch.serialization"/> has read it.</param>
            /// <exception cref="InvalidDataException">It is not a vocabulary's state, or a token is there twice; this vocabulary is left as it
            /// was.</exception>
            public void load_state_dict(IReadOnlyDictionary<string, object?> state)
            {
                ArgumentNullException.ThrowIfNull(state);
                var fallback = state.GetValueOrDefault(DefaultIndex) switch
                {
                    null => (long?)null,
                    long number => number,
                    int number => number,
                    var other => throw new InvalidDataException(
                        $"A vocabulary's '{DefaultIndex}' is a whole number or none; here it is a {other.GetType().Name}."),
                };
                if (state.GetValueOrDefault(Tokens) is not System.Collections.IEnumerable list || list is string)
                {
                    throw new InvalidDataException($"A vocabulary's state holds '{Tokens}', a list of tokens; this one holds {Names(state)}.");
                }
                try
                {
                    (_itos, _stoi) = Index(list.Cast<object?>().Select((token, index) => token as string
                        ?? throw new InvalidDataException($"'{Tokens}' holds a {token?.GetType().Name ?? "null"} at position {index}; all must be text.")));
                }
                catch (ArgumentException problem)
                {
                    throw new InvalidDataException($"This is no vocabulary: {problem.Message}", problem);
                }
                _default = fallback;
            }

            /// <summary>Writes the vocabulary into a file of Python's <c>torch.save</c>, atomically.</summary>
            /// <param name="path">The file, replaced if it exists.</param>
            /// <exception cref="IOException">The file cannot be written; whatever stood under the name before is untouched.</exception>
            public void save(string path) => torch.serialization.save(state_dict(), path);

            /// <summary>Reads what <see cref="save"/> wrote.</summary>
            /// <param name="path">The file.</param>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="TorchFileFormatException">It is no file of <c>torch.save</c>, or damaged.</exception>
            /// <exception cref="InvalidDataException">It holds something else.</exception>
            public static Vocab load(string path)
            {
                var vocabulary = new Vocab([]);
                try
                {
                    vocabulary.load_state_dict(torch.serialization.load(path) as IReadOnlyDictionary<string, object?>
                        ?? throw new InvalidDataException("It holds no dictionary by names."));
                }
                catch (InvalidDataException problem)
                {
                    throw new InvalidDataException($"'{path}' holds no vocabulary. {problem.Message}", problem);
                }
                return vocabulary;
            }

            private static string Names(IReadOnlyDictionary<string, object?> state) =>
                state.Count == 0 ? "nothing" : string.Join(", ", state.Keys.Take(8).Select(Quoted.Text));
        }
    }
}
