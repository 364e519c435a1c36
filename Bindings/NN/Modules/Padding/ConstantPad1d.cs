namespace TorchSharp.Modules;

/// <summary>Puts a constant around the last dimension. Python's <c>torch.nn.ConstantPad1d</c>.</summary>
public sealed class ConstantPad1d : PadBase
{
    internal ConstantPad1d(double value, params long[] padding)
        : base(nameof(ConstantPad1d), PaddingModes.Constant, value, padding)
    {
    }

    /// <inheritdoc/>
    protected override string extra_repr() => $"padding={Repr.Tuple(padding)}, value={Repr.Number(value)}";
}
