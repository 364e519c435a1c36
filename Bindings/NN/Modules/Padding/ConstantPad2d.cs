namespace TorchSharp.Modules;

/// <summary>Puts a constant around the last two dimensions. Python's <c>torch.nn.ConstantPad2d</c>.</summary>
public sealed class ConstantPad2d : PadBase
{
    internal ConstantPad2d(double value, params long[] padding)
        : base(nameof(ConstantPad2d), PaddingModes.Constant, value, padding)
    {
    }

    /// <inheritdoc/>
    protected override string extra_repr() => $"padding={Repr.Tuple(padding)}, value={Repr.Number(value)}";
}
