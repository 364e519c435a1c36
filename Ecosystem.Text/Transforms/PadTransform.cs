using TorchSharp.Transforms.Text;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchtext
    {
        public static partial class transforms
        {
            /// <summary>Fills tensors up to a length.</summary>
            /// <param name="max_length">The length of the last dimension that shorter tensors get; longer ones stay as they are.</param>
            /// <param name="pad_value">What they are filled up with at the end.</param>
            public static PadTransform PadTransform(long max_length, Scalar pad_value) => new(max_length, pad_value);
        }
    }
}

namespace TorchSharp.Transforms.Text
{
    /// <summary>Fills tensors up to a length (Python's <c>torchtext.transforms.PadTransform</c>).</summary>
    public sealed class PadTransform : torchtext.ITransform, nn.IModule<Tensor, Tensor>
    {
        /// <summary>Makes the transform.</summary>
        /// <param name="max_length">The length of the last dimension that shorter tensors get; longer ones stay as they are.</param>
        /// <param name="pad_value">What they are filled up with at the end.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="max_length"/> is negative.</exception>
        public PadTransform(long max_length, Scalar pad_value)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(max_length);
            (this.max_length, this.pad_value) = (max_length, pad_value.ToDouble());
        }

        /// <summary>The length that shorter tensors get.</summary>
        public long max_length { get; }

        /// <summary>What they are filled up with.</summary>
        public double pad_value { get; }

        /// <summary>Fills a tensor up at the end of its last dimension.</summary>
        /// <param name="input">A tensor of at least one dimension, such as [tokens] or [texts, tokens].</param>
        /// <returns>A tensor that the caller owns; where nothing is to be filled up it shares the input's memory.</returns>
        /// <exception cref="ArgumentException">The tensor has no dimension.</exception>
        public Tensor call(Tensor input)
        {
            ArgumentNullException.ThrowIfNull(input);
            if (input.dim() == 0)
            {
                throw TransformInput.Refused(this, "a tensor of at least one dimension", input);
            }
            var length = input.shape[^1];
            return length < max_length
                ? ops.aten.constant_pad_nd(input, [0, max_length - length], pad_value)
                : input.alias();
        }

        object torchtext.ITransform.call(object input) => input is Tensor tensor ? call(tensor) : throw TransformInput.Refused(this, "a tensor", input);

        /// <inheritdoc/>
        public override string ToString() => FormattableString.Invariant($"PadTransform(max_length={max_length}, pad_value={pad_value})");
    }
}
