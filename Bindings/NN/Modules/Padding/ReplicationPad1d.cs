namespace TorchSharp.Modules;

/// <summary>Repeats the edge of the last dimension. Python's <c>torch.nn.ReplicationPad1d</c>.</summary>
public sealed class ReplicationPad1d : PadBase
{
    internal ReplicationPad1d(params long[] padding)
        : base(nameof(ReplicationPad1d), PaddingModes.Replicate, 0, padding)
    {
    }
}
