namespace TorchSharp.Modules;

/// <summary>Mirrors, at their edges, the last dimension. Python's <c>torch.nn.ReflectionPad1d</c>.</summary>
public sealed class ReflectionPad1d : PadBase
{
    internal ReflectionPad1d(params long[] padding)
        : base(nameof(ReflectionPad1d), PaddingModes.Reflect, 0, padding)
    {
    }
}
