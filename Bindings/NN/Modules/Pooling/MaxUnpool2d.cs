using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Puts the entries of a max pooling back in their places: (N, C, H, W) or (C, H, W). Python's <c>torch.nn.MaxUnpool2d</c>.</summary>
public sealed class MaxUnpool2d : ParameterLessModule<Tensor, Tensor, long[]?, Tensor>
{
    internal MaxUnpool2d(long[] kernel_size, long[]? stride, long[]? padding)
        : base(nameof(MaxUnpool2d))
    {
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding;
    }

    /// <summary>The window.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The step; null for the window.</summary>
    public long[]? stride { get; set; }

    /// <summary>What is added on both sides; null for nothing.</summary>
    public long[]? padding { get; set; }

    /// <summary>Unpools; the size of the result defaults to the smallest that fits.</summary>
    public override Tensor forward(Tensor tensor, Tensor indices, long[]? output_size = null) =>
        functional.max_unpool2d(tensor, indices, kernel_size, stride, padding, output_size);

    /// <summary>Runs the hooks and unpools; the size of the result defaults to the smallest that fits.</summary>
    public new Tensor call(Tensor tensor, Tensor indices, long[]? output_size = null) => base.call(tensor, indices, output_size);

    /// <inheritdoc/>
    protected override string extra_repr() =>
        $"kernel_size={Repr.Tuple(functional.Spread(kernel_size, 2))}, "
        + $"stride={Repr.Tuple(functional.Spread(stride ?? kernel_size, 2))}, "
        + $"padding={Repr.Tuple(functional.Spread(padding ?? functional.Zeros, 2))}";
}
