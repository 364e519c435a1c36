namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// Tensors that hold a list of tensors whose sizes differ, such as sequences of several lengths, one behind the other in memory and without padding
    /// (torch.nested).
    /// </summary>
    /// <remarks>
    /// A nested tensor has no shape: <see cref="Tensor.size(int)"/> has the sizes of the dimensions in which its tensors agree, <c>unbind()</c> gives the
    /// tensors. libtorch has kernels for part of its operators, more from version to version; those that it does not have are
    /// <see cref="TorchNotImplementedException"/>. The nested tensors are those of the strided layout; the jagged one is a class of Python's own.
    /// </remarks>
    public static partial class nested
    {
        /// <summary>A nested tensor of copies of tensors, without their autograd history: a leaf (torch.nested.nested_tensor).</summary>
        /// <param name="tensor_list">The tensors, all of the same number of dimensions; any number of them, none included.</param>
        /// <param name="dtype">Element type; the first tensor's when null.</param>
        /// <param name="layout">How the elements lie in memory; only <see cref="torch.strided"/>, which null stands for.</param>
        /// <param name="device">Device; the first tensor's when null.</param>
        /// <param name="requires_grad">Whether autograd records what is done to it.</param>
        /// <param name="pin_memory">Whether it lies in pinned memory; of the CPU, where there is CUDA.</param>
        /// <exception cref="ArgumentException">One of the tensors is null or nested itself, or the layout is one of sparse tensors.</exception>
        /// <exception cref="TorchNotImplementedException">The layout is <see cref="torch.jagged"/>.</exception>
        /// <exception cref="TorchException">The numbers of dimensions differ, or the elements cannot have gradients.</exception>
        public static Tensor nested_tensor(
            IEnumerable<Tensor> tensor_list,
            ScalarType? dtype = null,
            Layout? layout = null,
            Device? device = null,
            bool requires_grad = false,
            bool pin_memory = false)
        {
            Tensor[] parts = Parts(tensor_list, nameof(nested_tensor));
            CheckLayout(layout, nameof(nested_tensor));
            using DisposeScope scope = NewDisposeScope();
            Tensor[] data = Array.ConvertAll(parts, part => part.detach());
            Tensor made = ops.aten._nested_tensor_from_tensor_list(data, dtype, device: device, pin_memory: pin_memory);
            return scope.MoveToOuter(requires_grad ? made.requires_grad_(true) : made);
        }

        /// <summary>A nested tensor of copies of tensors, through which gradients reach them (torch.nested.as_nested_tensor).</summary>
        /// <param name="tensor_list">The tensors, all of the same number of dimensions; any number of them, none included.</param>
        /// <param name="dtype">Element type; the first tensor's when null.</param>
        /// <param name="device">Device; the first tensor's when null.</param>
        /// <param name="layout">How the elements lie in memory; only <see cref="torch.strided"/>, which null stands for.</param>
        /// <exception cref="ArgumentException">One of the tensors is null or nested itself, or the layout is one of sparse tensors.</exception>
        /// <exception cref="TorchNotImplementedException">The layout is <see cref="torch.jagged"/>.</exception>
        /// <exception cref="TorchException">The numbers of dimensions differ.</exception>
        public static Tensor as_nested_tensor(IEnumerable<Tensor> tensor_list, ScalarType? dtype = null, Device? device = null, Layout? layout = null)
        {
            Tensor[] parts = Parts(tensor_list, nameof(as_nested_tensor));
            CheckLayout(layout, nameof(as_nested_tensor));
            return ops.aten._nested_tensor_from_tensor_list(parts, dtype, device: device);
        }

        /// <summary>A nested tensor of copies of a dense tensor's parts, through which gradients reach it (torch.nested.as_nested_tensor).</summary>
        /// <param name="ts">A tensor of at least two dimensions, of which the first becomes the list; or a nested tensor, which is given back as it is.</param>
        /// <param name="dtype">Element type; that of <paramref name="ts"/> when null.</param>
        /// <param name="device">Device; that of <paramref name="ts"/> when null.</param>
        /// <param name="layout">How the elements lie in memory; only <see cref="torch.strided"/>, which null stands for.</param>
        /// <exception cref="ArgumentException">There are fewer than two dimensions, or the layout is one of sparse tensors.</exception>
        /// <exception cref="TorchNotImplementedException">
        /// The layout is <see cref="torch.jagged"/>, or a nested tensor would have to be converted, which libtorch 1.13 cannot.
        /// </exception>
        public static Tensor as_nested_tensor(Tensor ts, ScalarType? dtype = null, Device? device = null, Layout? layout = null)
        {
            ArgumentNullException.ThrowIfNull(ts);
            CheckLayout(layout, nameof(as_nested_tensor));
            if (ts.is_nested)
            {
                return ts.to(dtype ?? ts.dtype, device ?? ts.device);
            }

            if (ts.dim() < 2)
            {
                throw new ArgumentException($"as_nested_tensor takes a tensor of at least two dimensions, this one has {ts.dim()}: pass a list for single tensors", nameof(ts));
            }

            using DisposeScope scope = NewDisposeScope();
            return scope.MoveToOuter(as_nested_tensor(ts.unbind(), dtype, device));
        }

        /// <summary>A dense tensor of a nested one's elements, what is missing filled up (torch.nested.to_padded_tensor).</summary>
        /// <param name="input">The nested tensor.</param>
        /// <param name="padding">The number that fills up.</param>
        /// <param name="output_size">The result's shape, in no dimension smaller than the greatest of the tensors; the smallest such shape when null.</param>
        /// <returns>A copy, also where nothing is missing. Gradients flow back.</returns>
        /// <exception cref="TorchException">The shape does not hold all tensors or has another number of dimensions.</exception>
        /// <exception cref="TorchNotImplementedException">The tensor is not nested.</exception>
        public static Tensor to_padded_tensor(Tensor input, double padding, long[]? output_size = null) =>
            ops.aten.to_padded_tensor(input, padding, output_size);

        /// <summary>A nested tensor of copies of the same stretch of each part of a dense tensor (torch.nested.narrow).</summary>
        /// <param name="tensor">A dense tensor of at least two dimensions, of which the first becomes the list.</param>
        /// <param name="dim">The dimension of <paramref name="tensor"/> to take a stretch of; negative ones count from the end.</param>
        /// <param name="start">Where the stretch starts.</param>
        /// <param name="length">How long it is.</param>
        /// <param name="layout">How the elements lie in memory; only <see cref="torch.strided"/>, which null stands for.</param>
        /// <exception cref="ArgumentException">There are fewer than two dimensions, or the layout is one of sparse tensors.</exception>
        /// <exception cref="TorchNotImplementedException">The layout is <see cref="torch.jagged"/>.</exception>
        /// <exception cref="TorchException">The stretch is not inside the dimension.</exception>
        public static Tensor narrow(Tensor tensor, long dim, long start, long length, Layout? layout = null)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            CheckLayout(layout, nameof(narrow));
            using DisposeScope scope = NewDisposeScope();
            return scope.MoveToOuter(as_nested_tensor(tensor.narrow(dim, start, length)));
        }

        private static Tensor[] Parts(IEnumerable<Tensor> tensors, string caller)
        {
            ArgumentNullException.ThrowIfNull(tensors, "tensor_list");
            Tensor[] parts = [.. tensors];
            for (int i = 0; i < parts.Length; i++)
            {
                if (parts[i] is null || parts[i].is_nested || parts[i].layout != Layout.Strided)
                {
                    string what = parts[i] is null ? "null" : parts[i].is_nested ? "nested itself" : $"of layout {parts[i].layout}";
                    throw new ArgumentException($"{caller} takes dense tensors; number {i} of the list is {what}", "tensor_list");
                }
            }

            return parts;
        }

        private static void CheckLayout(Layout? layout, string caller)
        {
            if (layout == Layout.Jagged)
            {
                throw new TorchNotImplementedException(
                    $"torch.nested.{caller}: nested tensors of the jagged layout are a class of Python's, which libtorch does not have;"
                    + " leave the layout out for those of the strided layout");
            }

            if (layout is not (null or Layout.Strided))
            {
                throw new ArgumentException($"torch.nested.{caller} makes tensors of the strided layout, not {layout}", nameof(layout));
            }
        }
    }
}
