namespace TorchSharp.Modules;

/// <summary>Repeats the edge of the last three dimensions. Python's <c>torch.nn.ReplicationPad3d</c>.</summary>
public sealed class ReplicationPad3d : PadBase
{
    internal ReplicationPad3d(params long[] padding)
        : base(nameof(ReplicationPad3d), PaddingModes.Replicate, 0, padding)
    {
    }
}
