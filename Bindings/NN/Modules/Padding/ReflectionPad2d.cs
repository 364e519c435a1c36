namespace TorchSharp.Modules;

/// <summary>Mirrors, at their edges, the last two dimensions. Python's <c>torch.nn.ReflectionPad2d</c>.</summary>
public sealed class ReflectionPad2d : PadBase
{
    internal ReflectionPad2d(params long[] padding)
        : base(nameof(ReflectionPad2d), PaddingModes.Reflect, 0, padding)
    {
    }
}
