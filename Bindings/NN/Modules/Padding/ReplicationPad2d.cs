namespace TorchSharp.Modules;

/// <summary>Repeats the edge of the last two dimensions. Python's <c>torch.nn.ReplicationPad2d</c>.</summary>
public sealed class ReplicationPad2d : PadBase
{
    internal ReplicationPad2d(params long[] padding)
        : base(nameof(ReplicationPad2d), PaddingModes.Replicate, 0, padding)
    {
    }
}
