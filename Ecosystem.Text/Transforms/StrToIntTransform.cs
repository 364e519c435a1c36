using TorchSharp.Transforms.Text;

namespace TorchSharp
{
    public static partial class torchtext
    {
        public static partial class transforms
        {
            /// <summary>Tokens that are whole numbers become these.</summary>
            public static StrToIntTransform StrToIntTransform() => new();
        }
    }
}

namespace TorchSharp.Transforms.Text
{
    /// <summary>Tokens that are whole numbers become these (Python's <c>torchtext.transforms.StrToIntTransform</c>).</summary>
    public sealed record StrToIntTransform : torchtext.ITransform
    {
        /// <summary>A text's tokens as whole numbers.</summary>
        /// <param name="input">The tokens.</param>
        /// <exception cref="FormatException">A token is no whole number.</exception>
        /// <exception cref="OverflowException">A token is a number beyond 64 bits.</exception>
        public long[] call(IReadOnlyList<string> input) => torchtext.functional.str_to_int(input);

        /// <summary>The tokens of each text as whole numbers.</summary>
        /// <param name="input">The tokens of each text.</param>
        /// <exception cref="FormatException">A token is no whole number.</exception>
        /// <exception cref="OverflowException">A token is a number beyond 64 bits.</exception>
        public long[][] call(IReadOnlyList<IReadOnlyList<string>> input) => torchtext.functional.str_to_int(input);

        object torchtext.ITransform.call(object input) => input switch
        {
            IReadOnlyList<string> tokens => call(tokens),
            IReadOnlyList<IReadOnlyList<string>> batch => call(batch),
            _ => throw TransformInput.Refused(this, "tokens, or a list of the tokens of each text", input),
        };
    }
}
