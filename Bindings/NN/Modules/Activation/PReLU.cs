using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>
/// Leaky rectified linear unit whose slope below zero is learned, one for all channels or one for each. Python's <c>torch.nn.PReLU</c>.
/// </summary>
public class PReLU : Module<Tensor, Tensor>
{
    private Parameter? _weight;

    internal PReLU(long num_parameters, double init, Device? device, ScalarType? dtype)
        : base(nameof(PReLU))
    {
        this.init = init;
        this.num_parameters = num_parameters;
        weight = NewParameter([num_parameters], device, dtype);
        nn.init.constant_(weight, init);
    }

    /// <summary>The slopes: (num_parameters).</summary>
    public Parameter weight
    {
        get => Current(_weight!);
        set => SetParameter(ref _weight, value);
    }

    /// <summary>1, or the number of channels (dimension 1 of the input).</summary>
    public long num_parameters { get; }

    /// <summary>The slope at the start; default 0.25.</summary>
    public double init { get; }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.prelu(tensor, _weight!);

    /// <inheritdoc/>
    protected override string extra_repr() => $"num_parameters={num_parameters}";
}
