using TorchSharp;

namespace Tensorboard;

/// <summary>Values that belong to one step: what an event of TensorBoard's files holds.</summary>
public sealed partial class Summary
{
    /// <summary>The values.</summary>
    public IList<Types.Value> Value { get; } = [];

    internal void Write(ProtoWriter writer)
    {
        foreach (Types.Value value in Value)
        {
            writer.Message(1, value.Write);
        }
    }

    /// <summary>The types within a summary.</summary>
    public static partial class Types
    {
    }
}
