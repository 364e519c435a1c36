using TorchSharp.Transforms.Text;

namespace TorchSharp
{
    public static partial class torchtext
    {
        public static partial class transforms
        {
            /// <summary>Tokens become their indices in a vocabulary.</summary>
            /// <param name="vocab">The vocabulary.</param>
            public static VocabTransform VocabTransform(vocab.Vocab vocab) => new(vocab);
        }
    }
}

namespace TorchSharp.Transforms.Text
{
    /// <summary>Tokens become their indices in a vocabulary (Python's <c>torchtext.transforms.VocabTransform</c>).</summary>
    public sealed class VocabTransform : torchtext.ITransform
    {
        /// <summary>Makes the transform.</summary>
        /// <param name="vocab">The vocabulary, kept and not copied.</param>
        public VocabTransform(torchtext.vocab.Vocab vocab)
        {
            ArgumentNullException.ThrowIfNull(vocab);
            this.vocab = vocab;
        }

        /// <summary>The vocabulary.</summary>
        public torchtext.vocab.Vocab vocab { get; }

        /// <summary>The indices of a text's tokens.</summary>
        /// <param name="input">The tokens.</param>
        /// <exception cref="KeyNotFoundException">A token is unknown and the vocabulary has no default index.</exception>
        public long[] call(IReadOnlyList<string> input) => vocab.lookup_indices(input);

        /// <summary>The indices of each text's tokens; large batches are spread over all cores.</summary>
        /// <param name="input">The tokens of each text.</param>
        /// <exception cref="KeyNotFoundException">A token is unknown and the vocabulary has no default index.</exception>
        public long[][] call(IReadOnlyList<IReadOnlyList<string>> input) => vocab.lookup_indices(input);

        object torchtext.ITransform.call(object input) => input switch
        {
            IReadOnlyList<string> tokens => call(tokens),
            IReadOnlyList<IReadOnlyList<string>> batch => call(batch),
            _ => throw TransformInput.Refused(this, "tokens, or a list of the tokens of each text", input),
        };

        /// <inheritdoc/>
        public override string ToString() => $"VocabTransform({vocab})";
    }
}
