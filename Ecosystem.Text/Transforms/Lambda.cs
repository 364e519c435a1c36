using TorchSharp.Transforms.Text;

namespace TorchSharp
{
    public static partial class torchtext
    {
        public static partial class transforms
        {
            /// <summary>Any function from a text to its tokens as a transform, such as what <c>torchtext.data.utils.get_tokenizer</c> gives.</summary>
            /// <param name="lambda">The function; for a list of texts it is called from several threads at once.</param>
            public static Lambda Lambda(Func<string, string[]> lambda) => new(lambda);
        }
    }
}

namespace TorchSharp.Transforms.Text
{
    /// <summary>Any function from a text to its tokens as a transform.</summary>
    public sealed class Lambda : torchtext.ITransform
    {
        private readonly Func<string, string[]> _tokenize;

        /// <summary>Makes the transform.</summary>
        /// <param name="lambda">The function; for a list of texts it is called from several threads at once.</param>
        public Lambda(Func<string, string[]> lambda)
        {
            ArgumentNullException.ThrowIfNull(lambda);
            _tokenize = lambda;
        }

        /// <summary>The tokens of a text.</summary>
        /// <param name="input">The text.</param>
        public string[] call(string input)
        {
            ArgumentNullException.ThrowIfNull(input);
            return _tokenize(input);
        }

        /// <summary>The tokens of each text; large batches are spread over all cores.</summary>
        /// <param name="input">The texts.</param>
        public string[][] call(IReadOnlyList<string> input) => Batches.Map(input, text => text.Length, (text, _) => _tokenize(text));

        object torchtext.ITransform.call(object input) => input switch
        {
            string text => call(text),
            IReadOnlyList<string> texts => call(texts),
            _ => throw TransformInput.Refused(this, "a text, or a list of texts", input),
        };
    }
}
