using TorchSharp.Transforms.Text;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchtext
    {
        public static partial class transforms
        {
            /// <summary>Indices become a tensor.</summary>
            /// <param name="padding_value">What shorter texts of a batch are filled up with; null where all are equally long.</param>
            /// <param name="dtype">The tensor's type.</param>
            public static ToTensor ToTensor(long? padding_value = null, ScalarType dtype = ScalarType.Int64) => new(padding_value, dtype);
        }
    }
}

namespace TorchSharp.Transforms.Text
{
    /// <summary>Indices become a tensor (Python's <c>torchtext.transforms.ToTensor</c>).</summary>
    /// <param name="padding_value">What shorter texts of a batch are filled up with; null where all are equally long.</param>
    /// <param name="dtype">The tensor's type.</param>
    public sealed record ToTensor(long? padding_value = null, ScalarType dtype = ScalarType.Int64) : torchtext.ITransform
    {
        /// <summary>A text's indices as a tensor, shape [tokens].</summary>
        /// <param name="input">The indices.</param>
        public Tensor call(IReadOnlyList<long> input) => torchtext.functional.to_tensor(input, padding_value, dtype);

        /// <summary>The indices of several texts as a tensor, shape [texts, tokens of the longest].</summary>
        /// <param name="input">The indices of each text.</param>
        /// <exception cref="ArgumentException">The texts differ in length and there is no padding value; or there is no text at all.</exception>
        public Tensor call(IReadOnlyList<IReadOnlyList<long>> input) => torchtext.functional.to_tensor(input, padding_value, dtype);

        object torchtext.ITransform.call(object input) => input switch
        {
            IReadOnlyList<long> indices => call(indices),
            IReadOnlyList<IReadOnlyList<long>> batch => call(batch),
            _ => throw TransformInput.Refused(this, "indices (long), or a list of the indices of each text", input),
        };
    }
}
