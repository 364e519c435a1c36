using TorchSharp.Transforms.Text;

namespace TorchSharp
{
    public static partial class torchtext
    {
        public static partial class transforms
        {
            /// <summary>The pieces of a SentencePiece model.</summary>
            /// <param name="sp_model_path">The model file.</param>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="TokenizerFormatException">The file is no model; the message says at which byte.</exception>
            public static SentencePieceTokenizer SentencePieceTokenizer(string sp_model_path) => new(sp_model_path);
        }
    }
}

namespace TorchSharp.Transforms.Text
{
    /// <summary>Cuts text into the pieces of a SentencePiece model (Python's <c>torchtext.transforms.SentencePieceTokenizer</c>).</summary>
    public sealed class SentencePieceTokenizer : TextTokenizer
    {
        /// <param name="sp_model_path">The model file.</param>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="TokenizerFormatException">The file is no model; the message says at which byte.</exception>
        public SentencePieceTokenizer(string sp_model_path) => sp_model = SentencePiece.Load(sp_model_path);

        /// <summary>The model: its numbers, and the way back from pieces to text.</summary>
        public SentencePiece sp_model { get; }

        private protected override string[] Tokenize(string text) => sp_model.EncodeAsPieces(text);
    }
}
