using TorchSharp.Transforms.Text;

namespace TorchSharp
{
    public static partial class torchtext
    {
        public static partial class transforms
        {
            /// <summary>Adds an index at an end of each text.</summary>
            /// <param name="token">The index to add.</param>
            /// <param name="begin">Whether it comes first, or last.</param>
            public static AddToken AddToken(long token, bool begin = true) => new(token, begin);

            /// <summary>Adds a token at an end of each text.</summary>
            /// <param name="token">The token to add.</param>
            /// <param name="begin">Whether it comes first, or last.</param>
            public static AddToken AddToken(string token, bool begin = true) => new(token, begin);
        }
    }
}

namespace TorchSharp.Transforms.Text
{
    /// <summary>Adds a token, or an index, at an end of each text (Python's <c>torchtext.transforms.AddToken</c>).</summary>
    public sealed record AddToken : torchtext.ITransform
    {
        private readonly string? _token;
        private readonly long _index;

        /// <summary>Makes a transform that adds an index.</summary>
        /// <param name="token">The index to add.</param>
        /// <param name="begin">Whether it comes first, or last.</param>
        public AddToken(long token, bool begin = true) => (_index, this.begin) = (token, begin);

        /// <summary>Makes a transform that adds a token.</summary>
        /// <param name="token">The token to add.</param>
        /// <param name="begin">Whether it comes first, or last.</param>
        public AddToken(string token, bool begin = true)
        {
            ArgumentNullException.ThrowIfNull(token);
            (_token, this.begin) = (token, begin);
        }

        /// <summary>What is added: a <see cref="string"/> or a <see cref="long"/>.</summary>
        public object token => _token is null ? _index : _token;

        /// <summary>Whether it comes first, or last.</summary>
        public bool begin { get; }

        /// <summary>A text's tokens with one more.</summary>
        /// <param name="input">The tokens.</param>
        /// <exception cref="ArgumentException">The transform adds an index.</exception>
        public string[] call(IReadOnlyList<string> input) =>
            torchtext.functional.add_token(input, _token ?? throw Mismatch(input), begin);

        /// <summary>A text's indices with one more.</summary>
        /// <param name="input">The indices.</param>
        /// <exception cref="ArgumentException">The transform adds a token.</exception>
        public long[] call(IReadOnlyList<long> input) =>
            _token is null ? torchtext.functional.add_token(input, _index, begin) : throw Mismatch(input);

        /// <summary>The tokens of each text with one more.</summary>
        /// <param name="input">The tokens of each text.</param>
        /// <exception cref="ArgumentException">The transform adds an index.</exception>
        public string[][] call(IReadOnlyList<IReadOnlyList<string>> input) =>
            torchtext.functional.add_token(input, _token ?? throw Mismatch(input), begin);

        /// <summary>The indices of each text with one more.</summary>
        /// <param name="input">The indices of each text.</param>
        /// <exception cref="ArgumentException">The transform adds a token.</exception>
        public long[][] call(IReadOnlyList<IReadOnlyList<long>> input) =>
            _token is null ? torchtext.functional.add_token(input, _index, begin) : throw Mismatch(input);

        object torchtext.ITransform.call(object input) => input switch
        {
            IReadOnlyList<string> tokens => call(tokens),
            IReadOnlyList<long> indices => call(indices),
            IReadOnlyList<IReadOnlyList<string>> batch => call(batch),
            IReadOnlyList<IReadOnlyList<long>> batch => call(batch),
            _ => throw Mismatch(input),
        };

        private ArgumentException Mismatch(object? input) => _token is null
            ? TransformInput.Refused(this, $"indices (long), or a list of those of each text, since it adds the index {_index}", input)
            : TransformInput.Refused(this, $"tokens, or a list of those of each text, since it adds the token {Quoted.Text(_token)}", input);
    }
}
