namespace TorchSharp;

/// <summary>Sizes that a file claims, looked at before anything is made of them.</summary>
internal static class StoredShape
{
    private const int MostDimensions = 64;

    // The widest element has 16 bytes: no number of bytes that follows from a count overflows.
    private const long MostElements = long.MaxValue / 16;

    /// <summary>How many elements a shape has; null for one that no tensor can have: too many dimensions, a negative size, or strides that
    /// overflow.</summary>
    public static long? Count(ReadOnlySpan<long> shape)
    {
        if (shape.Length > MostDimensions)
        {
            return null;
        }
        var count = 1L;
        var reach = 1L;
        foreach (var size in shape)
        {
            if (size < 0 || Math.Max(size, 1) > MostElements / reach)
            {
                return null;
            }
            reach *= Math.Max(size, 1);
            count *= size;
        }
        return count;
    }
}
