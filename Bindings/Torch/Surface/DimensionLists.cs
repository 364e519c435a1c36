namespace TorchSharp;

/// <summary>Lists of dimensions that torch.tensordot takes where a number of them is given.</summary>
internal static class DimensionLists
{
    /// <summary>The last <paramref name="count"/> dimensions of a tensor.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative, or the tensor has fewer.</exception>
    internal static long[] Last(torch.Tensor tensor, long count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, tensor.dim(), "dims");
        long first = tensor.dim() - count;
        long[] dimensions = First(count);
        for (int i = 0; i < dimensions.Length; i++)
        {
            dimensions[i] += first;
        }

        return dimensions;
    }

    /// <summary>0, 1, ... up to <paramref name="count"/> of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    internal static long[] First(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count, "dims");
        long[] dimensions = new long[count];
        for (int i = 0; i < dimensions.Length; i++)
        {
            dimensions[i] = i;
        }

        return dimensions;
    }
}
