using TorchSharp.Transforms.Text;

namespace TorchSharp
{
    public static partial class torchtext
    {
        public static partial class transforms
        {
            /// <summary>Cuts texts off behind so many tokens.</summary>
            /// <param name="max_seq_len">The most tokens to keep, at least 0.</param>
            public static Truncate Truncate(int max_seq_len) => new(max_seq_len);
        }
    }
}

namespace TorchSharp.Transforms.Text
{
    /// <summary>Cuts texts off behind so many tokens (Python's <c>torchtext.transforms.Truncate</c>).</summary>
    public sealed record Truncate : torchtext.ITransform
    {
        /// <summary>Makes the transform.</summary>
        /// <param name="max_seq_len">The most tokens to keep.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="max_seq_len"/> is negative.</exception>
        public Truncate(int max_seq_len)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(max_seq_len);
            this.max_seq_len = max_seq_len;
        }

        /// <summary>The most tokens to keep.</summary>
        public int max_seq_len { get; }

        /// <summary>The first tokens of a text.</summary>
        /// <param name="input">The tokens.</param>
        public string[] call(IReadOnlyList<string> input) => torchtext.functional.truncate(input, max_seq_len);

        /// <summary>The first indices of a text.</summary>
        /// <param name="input">The indices.</param>
        public long[] call(IReadOnlyList<long> input) => torchtext.functional.truncate(input, max_seq_len);

        /// <summary>The first tokens of each text.</summary>
        /// <param name="input">The tokens of each text.</param>
        public string[][] call(IReadOnlyList<IReadOnlyList<string>> input) => torchtext.functional.truncate(input, max_seq_len);

        /// <summary>The first indices of each text.</summary>
        /// <param name="input">The indices of each text.</param>
        public long[][] call(IReadOnlyList<IReadOnlyList<long>> input) => torchtext.functional.truncate(input, max_seq_len);

        object torchtext.ITransform.call(object input) => input switch
        {
            IReadOnlyList<string> tokens => call(tokens),
            IReadOnlyList<long> indices => call(indices),
            IReadOnlyList<IReadOnlyList<string>> batch => call(batch),
            IReadOnlyList<IReadOnlyList<long>> batch => call(batch),
            _ => throw TransformInput.Refused(this, "tokens or indices (long), or a list of those of each text", input),
        };
    }
}
