using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The largest entries of windows: (N, C, H, W) or (C, H, W). Python's <c>torch.nn.MaxPool2d</c>.</summary>
public sealed class MaxPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal MaxPool2d(long[] kernel_size, long[]? stride, long[]? padding, long[]? dilation, bool ceil_mode)
        : base(nameof(MaxPool2d))
    {
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding;
        this.dilation = dilation;
        this.ceil_mode = ceil_mode;
    }

    /// <summary>The window.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The step; null for the window.</summary>
    public long[]? stride { get; set; }

    /// <summary>What is added on both sides; null for nothing.</summary>
    public long[]? padding { get; set; }

    /// <summary>The distance between the window's entries; null for 1.</summary>
    public long[]? dilation { get; set; }

    /// <summary>Whether a last, partial window counts.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Pools.</summary>
    public override Tensor forward(Tensor input) => functional.max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode);

    /// <summary>As <see cref="forward"/>, with the places of the largest entries, which unpooling takes.</summary>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
        functional.max_pool2d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);

    /// <inheritdoc/>
    protected override string extra_repr() =>
        $"kernel_size={Repr.Size(kernel_size)}, stride={Repr.Size(stride ?? kernel_size)}, "
        + $"padding={Repr.Size(padding ?? functional.Zeros)}, dilation={Repr.Size(dilation ?? functional.Ones)}, ceil_mode={Repr.Bool(ceil_mode)}";
}
