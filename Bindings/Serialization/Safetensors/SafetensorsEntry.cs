using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A tensor in a safetensors file: what it is and which of the data's bytes are its own.</summary>
internal sealed record SafetensorsEntry(string Name, SafetensorsType Type, long[] Shape, long Begin, long End)
{
    /// <summary>The element type of the tensor to make.</summary>
    /// <exception cref="NotSupportedException">Tensors here have no such elements.</exception>
    public ScalarType ElementType => Type.Type ?? throw new NotSupportedException(
        $"The tensor '{Name}' holds elements of the type {Type.Name}, which tensors here do not have; convert it in Python before it is saved, "
        + "such as by tensor.to(torch.bfloat16) or tensor.to(torch.int64).");
}
