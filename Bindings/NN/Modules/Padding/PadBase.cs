using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>What the padding modules share.</summary>
public abstract class PadBase : ParameterLessModule<Tensor, Tensor>
{
    private readonly PaddingModes _mode;

    /// <summary>Sets what is put around the input.</summary>
    protected PadBase(string name, PaddingModes mode, double value, params long[] padding)
        : base(name)
    {
        _mode = mode;
        this.value = value;
        this.padding = padding;
    }

    /// <summary>For the last dimension before and after, then for the one before it, and so on.</summary>
    public long[] padding { get; set; }

    /// <summary>The constant, where the padding is one.</summary>
    public double value { get; set; }

    /// <summary>Pads.</summary>
    public override Tensor forward(Tensor input) => functional.pad(input, padding, _mode, value);

    /// <inheritdoc/>
    protected override string extra_repr() => Repr.Tuple(padding);
}
