namespace TorchSharp.Interop;

/// <summary>Turns a pinned span of scalars into the tagged values that a list of them travels as.</summary>
internal static unsafe class ScalarList
{
    /// <summary>
    /// Fills <paramref name="values"/> and returns its filled part. A complex scalar is passed by its address, so
    /// <paramref name="scalars"/> stays pinned until the call returns.
    /// </summary>
    internal static Span<Value> Values(Scalar* scalars, int length, Span<Value> values)
    {
        for (int i = 0; i < length; i++)
        {
            values[i] = Value.Of(in scalars[i]);
        }

        return values[..length];
    }
}
