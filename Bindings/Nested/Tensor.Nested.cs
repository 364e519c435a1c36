using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether it holds a list of tensors whose sizes may differ; see <see cref="nested"/>. It then has no shape.</summary>
        public bool is_nested
        {
            get
            {
                bool nested = NativeMethods.tl_tensor_is_nested(Handle) != 0;
                EndUse();
                return nested;
            }
        }

        /// <summary>A dense tensor of this nested tensor's elements, what is missing filled up (Tensor.to_padded_tensor).</summary>
        /// <param name="padding">The number that fills up.</param>
        /// <param name="output_size">The result's shape, in no dimension smaller than the greatest of the tensors; the smallest such shape when null.</param>
        /// <returns>A copy, also where nothing is missing. Gradients flow back.</returns>
        /// <exception cref="TorchException">The shape does not hold all tensors or has another number of dimensions.</exception>
        /// <exception cref="TorchNotImplementedException">The tensor is not nested.</exception>
        public Tensor to_padded_tensor(double padding, long[]? output_size = null) => nested.to_padded_tensor(this, padding, output_size);

        /// <summary>What a tensor without sizes, strides and the like answers when it is asked for them.</summary>
        private TorchException NoSizes(string what) => new(
            is_nested
                ? $"a nested tensor has no {what}: size(dim) has the sizes of its regular dimensions, unbind() its tensors, to_padded_tensor() makes a dense one"
                : $"a tensor of layout {layout} has no {what}");

        /// <summary>The size of one dimension of a tensor without sizes: nested ones have some.</summary>
        private long SizeWithoutSizes(int dim)
        {
            if (!is_nested)
            {
                throw NoSizes("sizes");
            }

            long wrapped = WrapDim(dim, this.dim());
            long size = NativeMethods.tl_nested_size(Handle, wrapped);
            EndUse();
            return size >= 0
                ? size
                : throw new TorchException($"dimension {dim} of this nested tensor is irregular: its tensors, which unbind() gives, have different sizes there");
        }
    }
}
