using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The sizes of a tensor's dimensions (torch.Size).</summary>
    public readonly struct Size : IEquatable<Size>, IEnumerable<long>
    {
        /// <summary>The shape of a tensor of no dimensions.</summary>
        public static readonly Size Empty = new(Array.Empty<long>());

        private readonly long[]? shape;

        /// <summary>Copies sizes.</summary>
        /// <param name="shape">The sizes.</param>
        public Size(long[] shape)
        {
            ArgumentNullException.ThrowIfNull(shape);
            this.shape = (long[])shape.Clone();
        }

        /// <summary>Copies sizes.</summary>
        /// <param name="shape">The sizes.</param>
        public Size(IEnumerable<long> shape)
        {
            this.shape = [.. shape];
        }

        /// <summary>Copies sizes.</summary>
        /// <param name="shape">The sizes.</param>
        public Size(int[] shape)
        {
            this.shape = Widen(shape);
        }

        /// <summary>The shape of 1 dimension.</summary>
        /// <param name="size">The size.</param>
        public Size(long size)
        {
            shape = [size];
        }

        /// <summary>The shape of 2 dimensions.</summary>
        /// <param name="size">The sizes.</param>
        public Size((long D0, long D1) size)
        {
            shape = [size.D0, size.D1];
        }

        /// <summary>The shape of 3 dimensions.</summary>
        /// <param name="size">The sizes.</param>
        public Size((long D0, long D1, long D2) size)
        {
            shape = [size.D0, size.D1, size.D2];
        }

        /// <summary>The shape of 4 dimensions.</summary>
        /// <param name="size">The sizes.</param>
        public Size((long D0, long D1, long D2, long D3) size)
        {
            shape = [size.D0, size.D1, size.D2, size.D3];
        }

        /// <summary>The shape of 5 dimensions.</summary>
        /// <param name="size">The sizes.</param>
        public Size((long D0, long D1, long D2, long D3, long D4) size)
        {
            shape = [size.D0, size.D1, size.D2, size.D3, size.D4];
        }

        /// <summary>The shape of 6 dimensions.</summary>
        /// <param name="size">The sizes.</param>
        public Size((long D0, long D1, long D2, long D3, long D4, long D5) size)
        {
            shape = [size.D0, size.D1, size.D2, size.D3, size.D4, size.D5];
        }

        /// <summary>The shape of 1 dimension.</summary>
        /// <param name="size">The size.</param>
        public Size(int size)
        {
            shape = [size];
        }

        /// <summary>The shape of 2 dimensions.</summary>
        /// <param name="size">The sizes.</param>
        public Size((int D0, int D1) size)
        {
            shape = [size.D0, size.D1];
        }

        /// <summary>The shape of 3 dimensions.</summary>
        /// <param name="size">The sizes.</param>
        public Size((int D0, int D1, int D2) size)
        {
            shape = [size.D0, size.D1, size.D2];
        }

        /// <summary>The shape of 4 dimensions.</summary>
        /// <param name="size">The sizes.</param>
        public Size((int D0, int D1, int D2, int D3) size)
        {
            shape = [size.D0, size.D1, size.D2, size.D3];
        }

        /// <summary>The shape of 5 dimensions.</summary>
        /// <param name="size">The sizes.</param>
        public Size((int D0, int D1, int D2, int D3, int D4) size)
        {
            shape = [size.D0, size.D1, size.D2, size.D3, size.D4];
        }

        /// <summary>The shape of 6 dimensions.</summary>
        /// <param name="size">The sizes.</param>
        public Size((int D0, int D1, int D2, int D3, int D4, int D5) size)
        {
            shape = [size.D0, size.D1, size.D2, size.D3, size.D4, size.D5];
        }

        /// <summary>The sizes, as a new array.</summary>
        public long[] Shape => [.. Items];

        /// <summary>How many dimensions.</summary>
        public int Length => Items.Length;

        /// <summary>Whether there is no dimension.</summary>
        public bool IsEmpty => Items.Length == 0;

        /// <summary>Whether it is the shape of a zero-dimensional tensor.</summary>
        public bool IsScalar => Items.Length == 0;

        private long[] Items => shape ?? [];

        /// <summary>One size.</summary>
        /// <param name="idx">The dimension, from 0.</param>
        public long this[int idx] => Items[idx];

        /// <summary>One size.</summary>
        /// <param name="idx">The dimension, from 0.</param>
        public long this[long idx] => Items[idx];

        /// <summary>The shape with these sizes.</summary>
        /// <param name="size">The sizes.</param>
        public static implicit operator Size(long[] size) => new(size);

        /// <summary>The shape of 1 dimension.</summary>
        /// <param name="size">The size.</param>
        public static implicit operator Size(long size) => new(size);

        /// <summary>The shape of 2 dimensions.</summary>
        /// <param name="size">The sizes.</param>
        public static implicit operator Size((long D0, long D1) size) => new(size);

        /// <summary>The shape of 3 dimensions.</summary>
        /// <param name="size">The sizes.</param>
        public static implicit operator Size((long D0, long D1, long D2) size) => new(size);

        /// <summary>The shape of 4 dimensions.</summary>
        /// <param name="size">The sizes.</param>
        public static implicit operator Size((long D0, long D1, long D2, long D3) size) => new(size);

        /// <summary>The shape of 5 dimensions.</summary>
        /// <param name="size">The sizes.</param>
        public static implicit operator Size((long D0, long D1, long D2, long D3, long D4) size) => new(size);

        /// <summary>The shape of 6 dimensions.</summary>
        /// <param name="size">The sizes.</param>
        public static implicit operator Size((long D0, long D1, long D2, long D3, long D4, long D5) size) => new(size);

        /// <summary>One shape behind the other.</summary>
        /// <param name="left">First dimensions.</param>
        /// <param name="right">Last dimensions.</param>
        public static Size operator +(Size left, Size right) => new(left.Items.Concat(right.Items));

        /// <summary>One shape behind the other.</summary>
        /// <param name="left">First dimensions.</param>
        /// <param name="right">Last dimensions.</param>
        public static Size operator +(Size left, IEnumerable<long> right) => new(left.Items.Concat(right));

        /// <summary>Whether all sizes are equal.</summary>
        /// <param name="left">One.</param>
        /// <param name="right">The other.</param>
        public static bool operator ==(Size left, Size right) => left.Equals(right);

        /// <summary>Whether sizes differ.</summary>
        /// <param name="left">One.</param>
        /// <param name="right">The other.</param>
        public static bool operator !=(Size left, Size right) => !left.Equals(right);

        /// <summary>Some of the dimensions.</summary>
        /// <param name="first">The first.</param>
        /// <param name="next">The one after the last.</param>
        public Size Slice(int first, int next) => new(Items[first..next]);

        /// <summary>How many elements a tensor of this shape has.</summary>
        public long numel() => Items.Aggregate(1L, (product, size) => product * size);

        /// <summary>The first sizes.</summary>
        /// <param name="i">How many.</param>
        public IEnumerable<long> Take(int i) => Items.Take(i);

        /// <inheritdoc/>
        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Items).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <inheritdoc/>
        public bool Equals(Size other) => Items.AsSpan().SequenceEqual(other.Items);

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is Size other && Equals(other);

        /// <inheritdoc/>
        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (long size in Items)
            {
                hash.Add(size);
            }

            return hash.ToHashCode();
        }

        /// <inheritdoc/>
        public override string ToString() => $"[{string.Join(", ", Items)}]";
    }
}
