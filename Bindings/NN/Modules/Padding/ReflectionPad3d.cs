namespace TorchSharp.Modules;

/// <summary>Mirrors, at their edges, the last three dimensions. Python's <c>torch.nn.ReflectionPad3d</c>.</summary>
public sealed class ReflectionPad3d : PadBase
{
    internal ReflectionPad3d(params long[] padding)
        : base(nameof(ReflectionPad3d), PaddingModes.Reflect, 0, padding)
    {
    }
}
