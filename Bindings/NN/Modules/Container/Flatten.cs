using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Makes one dimension of several: by default all but the first. Python's <c>torch.nn.Flatten</c>.</summary>
public sealed class Flatten : ParameterLessModule<Tensor, Tensor>
{
    internal Flatten(long start_dim, long end_dim)
        : base(nameof(Flatten))
    {
        this.start_dim = start_dim;
        this.end_dim = end_dim;
    }

    /// <summary>The first of them.</summary>
    public long start_dim { get; set; }

    /// <summary>The last of them.</summary>
    public long end_dim { get; set; }

    /// <summary>Applies the function.</summary>
    public override Tensor forward(Tensor input) => ops.aten.flatten_using_ints(input, start_dim, end_dim);

    /// <inheritdoc/>
    protected override string extra_repr() => $"start_dim={start_dim}, end_dim={end_dim}";
}
