namespace TorchSharp;

/// <summary>A value that one of TensorBoard's plugins shows: its name, its own message, and a tensor if it has one.</summary>
/// <param name="Name">The plugin.</param>
/// <param name="Content">Its message; empty for none.</param>
/// <param name="Tensor">The fields of the tensor; null for none.</param>
internal sealed record PluginValue(string Name, byte[] Content, Action<ProtoWriter>? Tensor)
{
    private const int FloatType = 1;
    private const int StringType = 7;

    /// <summary>The fields of a tensor of texts.</summary>
    /// <param name="content">The only text.</param>
    /// <param name="shape">Its shape.</param>
    internal static Action<ProtoWriter> Text(byte[] content, params IReadOnlyList<long> shape) => tensor =>
        tensor.Integer(1, StringType).Message(2, dims => Shape(dims, shape)).Bytes(8, content);

    /// <summary>The fields of a tensor of numbers.</summary>
    internal static Action<ProtoWriter> Numbers(IReadOnlyCollection<float> values, params IReadOnlyList<long> shape) => tensor =>
        tensor.Integer(1, FloatType).Message(2, dims => Shape(dims, shape)).Floats(5, values);

    internal void Write(ProtoWriter value)
    {
        if (Tensor is not null)
        {
            value.Message(8, Tensor);
        }

        value.Message(9, metadata => metadata.Message(1, plugin =>
        {
            plugin.Text(1, Name);
            if (Content.Length > 0)
            {
                plugin.Bytes(2, Content);
            }
        }));
    }

    private static void Shape(ProtoWriter dims, IReadOnlyList<long> shape)
    {
        foreach (long size in shape)
        {
            dims.Message(2, dim => dim.Integer(1, size));
        }
    }
}
