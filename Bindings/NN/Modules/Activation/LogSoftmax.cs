using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The logarithm of the softmax along a dimension. Python's <c>torch.nn.LogSoftmax</c>.</summary>
public sealed class LogSoftmax : ParameterLessModule<Tensor, Tensor>
{
    internal LogSoftmax(long dim)
        : base(nameof(LogSoftmax))
    {
        this.dim = dim;
    }

    /// <summary>The dimension whose entries share one distribution.</summary>
    public long dim { get; set; }

    /// <summary>Applies the function.</summary>
    public override Tensor forward(Tensor tensor) => functional.log_softmax(tensor, dim);

    /// <inheritdoc/>
    protected override string extra_repr() => $"dim={dim}";
}
