namespace TorchSharp.Modules;

/// <summary>Puts a constant around the last three dimensions. Python's <c>torch.nn.ConstantPad3d</c>.</summary>
public sealed class ConstantPad3d : PadBase
{
    internal ConstantPad3d(double value, params long[] padding)
        : base(nameof(ConstantPad3d), PaddingModes.Constant, value, padding)
    {
    }

    /// <inheritdoc/>
    protected override string extra_repr() => $"padding={Repr.Tuple(padding)}, value={Repr.Number(value)}";
}
