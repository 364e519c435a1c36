using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Gated linear unit: the first half of a dimension times the sigmoid of its second half. Python's <c>torch.nn.GLU</c>.</summary>
public sealed class GLU : ParameterLessModule<Tensor, Tensor>
{
    internal GLU(long dim)
        : base(nameof(GLU))
    {
        this.dim = dim;
    }

    /// <summary>The dimension that is halved; default the last.</summary>
    public long dim { get; set; }

    /// <summary>Applies the function.</summary>
    public override Tensor forward(Tensor tensor) => functional.glu(tensor, dim);

    /// <inheritdoc/>
    protected override string extra_repr() => $"dim={dim}";
}
