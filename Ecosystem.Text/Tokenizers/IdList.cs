using System.Buffers;

namespace TorchSharp.Transforms.Text;

/// <summary>A growing row of numbers in rented memory; whoever made it disposes it.</summary>
internal ref struct IdList(int expected)
{
    private const int Smallest = 64;

    private int[] buffer = ArrayPool<int>.Shared.Rent(Math.Max(Smallest, expected / 3));

    public int Count { get; private set; }

    public readonly Span<int> Items => buffer.AsSpan(0, Count);

    public void Add(int item)
    {
        if (Count == buffer.Length)
        {
            Grow(1);
        }

        buffer[Count++] = item;
    }

    public void AddRange(ReadOnlySpan<int> items)
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
            ArrayPool<int>.Shared.Return(buffer);
            buffer = [];
        }
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<int>.Shared.Rent(Math.Max(checked(Count + more), buffer.Length * 2));
        Items.CopyTo(larger);
        ArrayPool<int>.Shared.Return(buffer);
        buffer = larger;
    }
}
