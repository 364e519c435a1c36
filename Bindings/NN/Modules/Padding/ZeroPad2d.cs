namespace TorchSharp.Modules;

/// <summary>Puts zeros around the last two dimensions. Python's <c>torch.nn.ZeroPad2d</c>.</summary>
public sealed class ZeroPad2d : PadBase
{
    internal ZeroPad2d(params long[] padding)
        : base(nameof(ZeroPad2d), PaddingModes.Constant, 0, padding)
    {
    }
}
