namespace TorchSharp;

public static partial class torch
{
    /// <summary>One part of an index: a position, a slice, a mask or tensor of positions, a new dimension, or the ellipsis.</summary>
    public readonly struct TensorIndex
    {
        /// <summary>Stands for as many full slices as are needed (Python's ...).</summary>
        public static readonly TensorIndex Ellipsis = new(Part.Ellipsis);

        /// <summary>Puts in a dimension of size 1 (Python's None).</summary>
        public static readonly TensorIndex None = new(Part.None);

        /// <summary>Puts in a dimension of size 1, as <see cref="None"/>.</summary>
        public static readonly TensorIndex Null = new(Part.None);

        /// <summary>Takes a whole dimension (Python's :).</summary>
        public static readonly TensorIndex Colon = new(Part.Slice);

        private TensorIndex(Part kind, long? start = null, long? stop = null, long? step = null, Tensor? tensor = null)
        {
            Kind = kind;
            Start = start;
            Stop = stop;
            Step = step;
            Positions = tensor;
        }

        internal enum Part
        {
            None,
            Ellipsis,
            Single,
            Bool,
            Slice,
            Tensor,
        }

        internal Part Kind { get; }

        internal long? Start { get; }

        internal long? Stop { get; }

        internal long? Step { get; }

        internal Tensor? Positions { get; }

        /// <summary>A position; negative ones count from the end.</summary>
        /// <param name="value">The position.</param>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>A tensor of positions, or a mask.</summary>
        /// <param name="value">Integers or truth values.</param>
        public static implicit operator TensorIndex(Tensor value) => Tensor(value);

        /// <summary>A slice.</summary>
        /// <param name="range">Start and stop; null leaves the end open.</param>
        public static implicit operator TensorIndex((int? Start, int? Stop) range) => Slice(range);

        /// <summary>A slice, where ^n counts from the end.</summary>
        /// <param name="range">The range.</param>
        public static implicit operator TensorIndex(Range range) => Slice(range);

        /// <summary>A position, where ^n counts from the end.</summary>
        /// <param name="index">The position.</param>
        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);

        /// <summary>The tensor of positions or the mask that this part is; a position or a truth value as a tensor without dimensions.</summary>
        /// <param name="value">The part.</param>
        /// <exception cref="InvalidOperationException">It is a slice, a new dimension or the ellipsis.</exception>
        public static implicit operator Tensor(TensorIndex value) => value.Kind switch
        {
            Part.Tensor => value.Positions!,
            Part.Single => tensor(value.Start!.Value),
            Part.Bool => tensor(value.Start != 0),
            _ => throw new InvalidOperationException($"a tensor stands for positions; this part of an index is a {value.Kind} and has none"),
        };

        /// <summary>A slice (Python's start:stop:step).</summary>
        /// <param name="start">First position; null for the beginning.</param>
        /// <param name="stop">Position after the last; null for the end.</param>
        /// <param name="step">Distance, greater than 0; null for 1.</param>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => new(Part.Slice, start, stop, step);

        /// <summary>A slice.</summary>
        /// <param name="range">Start and stop; null leaves the end open.</param>
        public static TensorIndex Slice((int? Start, int? Stop) range) => new(Part.Slice, range.Start, range.Stop);

        /// <summary>A slice, where ^n counts from the end.</summary>
        /// <param name="range">The range.</param>
        public static TensorIndex Slice(Range range)
        {
            long? start = range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value;
            long? stop = range.End.IsFromEnd ? (range.End.Value == 0 ? null : -range.End.Value) : range.End.Value;
            return new(Part.Slice, range.Start is { IsFromEnd: true, Value: 0 } ? long.MaxValue : start, stop);
        }

        /// <summary>A truth value: true keeps everything in a new dimension of size 1, false of size 0.</summary>
        /// <param name="value">The value.</param>
        public static TensorIndex Bool(bool value) => new(Part.Bool, value ? 1 : 0);

        /// <summary>A position; null is a new dimension.</summary>
        /// <param name="index">The position.</param>
        public static TensorIndex Single(long? index) => index is null ? None : new(Part.Single, index);

        /// <summary>A tensor of positions, or a mask.</summary>
        /// <param name="tensor">Integers or truth values.</param>
        public static TensorIndex Tensor(Tensor tensor)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            return new(Part.Tensor, tensor: tensor);
        }
    }
}
