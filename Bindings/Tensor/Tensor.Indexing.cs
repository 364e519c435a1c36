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
        public unsafe Tensor this[long i1]
        {
            get
            {
                Value result;
                int status = NativeMethods.tl_select(Handle, 0, i1, &result);
                return status == 0 ? Taken(in result) : throw SelectFailed(status, i1);
            }

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
            using DisposeScope scope = NewDisposeScope();
            (Tensor view, Tensor?[] positions) = IndexPlan.Apply(this, indices);
            Tensor source = value.device_type == device_type || value.dim() == 0 ? value : value.to(device);
            if (positions.Length > 0)
            {
                Tensor typed = source.dtype == dtype ? source : source.to(dtype);
                ops.aten.index_put_(view, positions, typed, accumulate);
            }
            else if (accumulate)
            {
                ops.aten.add__Tensor(view, source);
            }
            else
            {
                // Leading dimensions of size 1 are dropped, as Python's assignment does.
                ops.aten.copy_(view, DropLeading(source, view.dim()));
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

        private static Tensor DropLeading(Tensor source, long dims)
        {
            Tensor result = source;
            while (result.dim() > dims && result.size(0) == 1)
            {
                result = ops.aten.select_int(result, 0, 0);
            }

            return result;
        }

        private Tensor Select(params ReadOnlySpan<long> positions)
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor result = this;
            foreach (long position in positions)
            {
                result = result[position];
            }

            return scope.MoveToOuter(result);
        }

        private void Put(Tensor value, params ReadOnlySpan<long> positions)
        {
            ArgumentNullException.ThrowIfNull(value);
            using DisposeScope scope = NewDisposeScope();
            Tensor target = this;
            foreach (long position in positions)
            {
                target = target[position];
            }

            ops.aten.copy_(target, DropLeading(value, target.dim()));
        }

        private TorchException SelectFailed(int status, long position)
        {
            long first = dim() > 0 ? size(0) : long.MaxValue;
            return position >= first || position < -first
                ? new TorchIndexException($"index {position} is out of bounds for dimension 0 with size {first}")
                : NativeError.FromOperator(status, "aten::select.int", this);
        }
    }
}
