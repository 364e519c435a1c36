using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>Turns spans of tensors into arrays of borrowed handles; the caller keeps the tensors alive.</summary>
internal static class TensorList
{
    /// <summary>Writes the handles of <paramref name="tensors"/> into <paramref name="buffer"/>.</summary>
    /// <exception cref="ArgumentNullException">One of them is null: <paramref name="name"/> says which list.</exception>
    internal static void Handles(ReadOnlySpan<Tensor> tensors, string name, Span<nint> buffer)
    {
        for (int i = 0; i < tensors.Length; i++)
        {
            buffer[i] = Tensor.HandleOf(tensors[i], name);
        }
    }

    /// <summary>As <see cref="Handles"/>; null stands for None.</summary>
    internal static void OptionalHandles(ReadOnlySpan<Tensor?> tensors, string name, Span<nint> buffer)
    {
        for (int i = 0; i < tensors.Length; i++)
        {
            buffer[i] = tensors[i] is { } tensor ? Tensor.HandleOf(tensor, name) : 0;
        }
    }

    /// <summary>Keeps every tensor of the list alive up to this point.</summary>
    internal static void KeepAlive(ReadOnlySpan<Tensor?> tensors)
    {
        foreach (Tensor? tensor in tensors)
        {
            GC.KeepAlive(tensor);
        }
    }
}
