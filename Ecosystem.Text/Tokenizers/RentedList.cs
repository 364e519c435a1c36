using System.Buffers;

namespace TorchSharp.Transforms.Text;

/// <summary>A growing row of values in rented memory; whoever made it disposes it.</summary>
internal ref struct RentedList<T>(int expected)
    where T : unmanaged
{
    private const int Smallest = 64;

    private T[] buffer = ArrayPool<T>.Shared.Rent(Math.Max(Smallest, expected));

    public int Count { get; private set; }

    public readonly Span<T> Items => buffer.AsSpan(0, Count);

    public void Add(T item)
    {
        if (Count == buffer.Length)
        {
            Grow(1);
        }

        buffer[Count++] = item;
    }

    public void AddRange(ReadOnlySpan<T> items)
    {
        if (items.Length > buffer.Length - Count)
        {
            Grow(items.Length);
        }

        items.CopyTo(buffer.AsSpan(Count));
        Count += items.Length;
    }

    /// <summary>Keeps the first items only.</summary>
    public void Truncate(int count) => Count = count;

    public void Dispose()
    {
        if (buffer.Length > 0)
        {
            ArrayPool<T>.Shared.Return(buffer);
            buffer = [];
        }
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(checked(Count + more), buffer.Length * 2));
        Items.CopyTo(larger);
        ArrayPool<T>.Shared.Return(buffer);
        buffer = larger;
    }
}
