using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Makes several dimensions of one. Python's <c>torch.nn.Unflatten</c>.</summary>
public sealed class Unflatten : ParameterLessModule<Tensor, Tensor>
{
    internal Unflatten(long dim, long[] unflattened_size)
        : base(nameof(Unflatten))
    {
        this.dim = dim;
        this.unflattened_size = unflattened_size;
    }

    /// <summary>The dimension.</summary>
    public long dim { get; set; }

    /// <summary>The sizes that it becomes.</summary>
    public long[] unflattened_size { get; set; }

    /// <summary>Applies the function.</summary>
    public override Tensor forward(Tensor tensor) => ops.aten.unflatten_int(tensor, dim, unflattened_size);

    /// <inheritdoc/>
    protected override string extra_repr() => $"dim={dim}, unflattened_size={Repr.Tuple(unflattened_size)}";
}
