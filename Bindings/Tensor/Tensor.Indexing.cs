using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Gets or sets the part that the indices describe, as Python's <c>x[...]</c> does.</summary>
        /// <param name="indices">One part for each dimension from the first on; missing ones mean the whole.</param>
        /// <exception cref="TorchIndexException">An index is out of range, or there are too many.</exception>
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>Gets or sets the elements at positions given by tensors, or under a mask.</summary>
        /// <param name="indices">Tensors of positions, broadcast together; a mask counts for as many dimensions as it has.</param>
        // A number, a pair or a range is a part of an index, not a tensor of positions, though both have conversions from it.
        [IndexerName("TensorItems")]
        [OverloadResolutionPriority(-1)]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>Gets or sets the part at a position of the first dimension.</summary>
        /// <param name="i1">Position; negative ones count from the end.</param>
        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => Part(i1, 0, 1);
            set => Put(value, i1);
        }

        /// <summary>Gets or sets the part at positions of the first dimensions.</summary>
        /// <param name="i1">Position in dimension 0.</param>
        /// <param name="i2">Position in dimension 1.</param>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => Select(i1, i2);
            set => Put(value, i1, i2);
        }

        /// <summary>Gets or sets the part at positions of the first dimensions.</summary>
        /// <param name="i1">Position in dimension 0.</param>
        /// <param name="i2">Position in dimension 1.</param>
        /// <param name="i3">Position in dimension 2.</param>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => Select(i1, i2, i3);
            set => Put(value, i1, i2, i3);
        }

        /// <summary>Gets or sets the part at positions of the first dimensions.</summary>
        /// <param name="i1">Position in dimension 0.</param>
        /// <param name="i2">Position in dimension 1.</param>
        /// <param name="i3">Position in dimension 2.</param>
        /// <param name="i4">Position in dimension 3.</param>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => Select(i1, i2, i3, i4);
            set => Put(value, i1, i2, i3, i4);
        }

        /// <summary>Gets or sets the part at positions of the first dimensions.</summary>
        /// <param name="i1">Position in dimension 0.</param>
        /// <param name="i2">Position in dimension 1.</param>
        /// <param name="i3">Position in dimension 2.</param>
        /// <param name="i4">Position in dimension 3.</param>
        /// <param name="i5">Position in dimension 4.</param>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => Select(i1, i2, i3, i4, i5);
            set => Put(value, i1, i2, i3, i4, i5);
        }

        /// <summary>Gets or sets the part at positions of the first dimensions.</summary>
        /// <param name="i1">Position in dimension 0.</param>
        /// <param name="i2">Position in dimension 1.</param>
        /// <param name="i3">Position in dimension 2.</param>
        /// <param name="i4">Position in dimension 3.</param>
        /// <param name="i5">Position in dimension 4.</param>
        /// <param name="i6">Position in dimension 5.</param>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => Select(i1, i2, i3, i4, i5, i6);
            set => Put(value, i1, i2, i3, i4, i5, i6);
        }

        /// <summary>The part that the indices describe, as Python's <c>x[...]</c>.</summary>
        /// <param name="indices">One part for each dimension from the first on.</param>
        public Tensor index(params TensorIndex[] indices)
        {
            using DisposeScope scope = NewDisposeScope();
            (Tensor view, Tensor?[] positions) = IndexPlan.Apply(this, indices);
            Tensor result = positions.Length == 0
                ? ReferenceEquals(view, this) ? ops.aten.alias(this) : view
                : ops.aten.index_Tensor(view, positions);
            return scope.MoveToOuter(result);
        }

        /// <summary>The elements at positions given by tensors, or under a mask.</summary>
        /// <param name="indices">Tensors of positions, or masks.</param>
        [OverloadResolutionPriority(-1)]
        public Tensor index(params Tensor[] indices) => index(ToIndices(indices));

        /// <summary>Sets the part that the indices describe.</summary>
        /// <param name="value">What to put there, broadcast.</param>
        /// <param name="indices">One part for each dimension from the first on.</param>
        /// <returns>This tensor.</returns>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        /// <summary>Sets the part that the indices describe, or adds to it.</summary>
        /// <param name="value">What to put there, broadcast.</param>
        /// <param name="indices">One part for each dimension from the first on.</param>
        /// <param name="accumulate">Whether to add instead; positions that come twice count twice.</param>
        /// <returns>This tensor.</returns>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            ArgumentNullException.ThrowIfNull(value);
            if (indices is [{ Kind: TensorIndex.Part.Bool, Start: 0 }])
            {
                return this;
            }

            using DisposeScope scope = NewDisposeScope();
            (Tensor view, Tensor?[] positions) = IndexPlan.Apply(this, indices);
            Tensor source = value.device_type == device_type || value.dim() == 0 ? value : value.to(device);
            if (positions.Length > 0)
            {
                Tensor typed = source.dtype == dtype ? source : source.to(dtype);
                ops.aten.index_put_(view, positions, DropLeading(typed), accumulate);
            }
            else if (accumulate)
            {
                ops.aten.add__Tensor(view, source);
            }
            else
            {
                Assign(view, source);
            }

            return this;
        }

        /// <summary>Sets the elements at positions given by tensors, or under a mask.</summary>
        /// <param name="value">What to put there, broadcast.</param>
        /// <param name="indices">Tensors of positions, or masks.</param>
        /// <returns>This tensor.</returns>
        [OverloadResolutionPriority(-1)]
        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, ToIndices(indices), false);

        /// <summary>Sets the elements at positions given by tensors, or adds to them.</summary>
        /// <param name="value">What to put there, broadcast.</param>
        /// <param name="indices">Tensors of positions, or masks.</param>
        /// <param name="accumulate">Whether to add instead.</param>
        /// <returns>This tensor.</returns>
        [OverloadResolutionPriority(-1)]
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) => index_put_(value, ToIndices(indices), accumulate);

        /// <summary>Sets the part that the indices describe to a number.</summary>
        /// <param name="value">The number.</param>
        /// <param name="indices">One part for each dimension from the first on.</param>
        /// <returns>This tensor.</returns>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using Tensor number = torch.scalar_tensor(value, dtype, device);
            return index_put_(number, indices, false);
        }

        /// <summary>Sets the elements at positions given by tensors to a number.</summary>
        /// <param name="value">The number.</param>
        /// <param name="indices">Tensors of positions, or masks.</param>
        /// <returns>This tensor.</returns>
        [OverloadResolutionPriority(-1)]
        public Tensor index_put_(Scalar value, params Tensor[] indices) => index_put_(value, ToIndices(indices));

        private static TensorIndex[] ToIndices(Tensor[] indices)
        {
            ArgumentNullException.ThrowIfNull(indices);
            return Array.ConvertAll(indices, TensorIndex.Tensor);
        }

        // As Python assigns: one number fills, also where elements share memory; anything else is broadcast without its leading dimensions of size 1.
        private static void Assign(Tensor target, Tensor source)
        {
            if (source.dim() == 0 && target.dim() > 0 && source.device_type == DeviceType.CPU)
            {
                ops.aten.fill__Tensor(target, source);
            }
            else
            {
                ops.aten.copy_(target, source.dim() > target.dim() ? DropLeading(source) : source);
            }
        }

        private static Tensor DropLeading(Tensor source)
        {
            Tensor result = source;
            while (result.dim() > 0 && result.size(0) == 1)
            {
                result = ops.aten.select_int(result, 0, 0);
            }

            return result;
        }

        private Tensor Select(params ReadOnlySpan<long> positions)
        {
            using DisposeScope scope = NewDisposeScope();
            return scope.MoveToOuter(At(positions));
        }

        private void Put(Tensor value, params ReadOnlySpan<long> positions)
        {
            ArgumentNullException.ThrowIfNull(value);
            using DisposeScope scope = NewDisposeScope();
            Assign(At(positions), value);
        }

        // The part at positions of the first dimensions; makes intermediate views.
        private Tensor At(ReadOnlySpan<long> positions)
        {
            Tensor result = this;
            for (int dim = 0; dim < positions.Length; dim++)
            {
                result = result.Part(positions[dim], dim, positions.Length);
            }

            return result;
        }

        // Position of this tensor's first dimension, which is the dimension `dim` of the tensor that was indexed by `given` positions.
        private unsafe Tensor Part(long position, int dim, int given)
        {
            Value result;
            int status = NativeMethods.tl_select(Handle, 0, position, &result);
            return status == 0 ? Taken(in result) : throw SelectFailed(status, position, dim, given);
        }

        private TorchException SelectFailed(int status, long position, int place, int given)
        {
            if (dim() == 0)
            {
                return new TorchIndexException(given == 1
                    ? $"invalid index of a 0-dim tensor: item<{NetName(dtype)}>() gives its number"
                    : $"too many indices for tensor of dimension {place}: {given} were given");
            }

            long first = size(0);
            return position >= first || position < -first
                ? new TorchIndexException($"index {position} is out of bounds for dimension {place} with size {first}")
                : NativeError.FromOperator(status, "aten::select.int", this);
        }
    }
}
