using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The windows of images, each as a column: (N, C, H, W). Python's <c>torch.nn.Unfold</c>.</summary>
public sealed class Unfold : ParameterLessModule<Tensor, Tensor>
{
    // Which were given as pairs, and are printed so.
    private readonly bool _sizes;
    private readonly bool _dilation;
    private readonly bool _padding;
    private readonly bool _stride;

    internal Unfold((long, long) kernel_size, (long, long)? dilation, (long, long)? padding, (long, long)? stride,
        bool pairs)
        : base(nameof(Unfold))
    {
        this.kernel_size = kernel_size;
        this.dilation = dilation ?? (1, 1);
        this.padding = padding ?? (0, 0);
        this.stride = stride ?? (1, 1);
        _sizes = pairs;
        (_dilation, _padding, _stride) = (pairs && dilation is not null, pairs && padding is not null, pairs && stride is not null);
    }

    /// <summary>The window.</summary>
    public (long, long) kernel_size { get; set; }

    /// <summary>The distance between the window's entries.</summary>
    public (long, long) dilation { get; set; }

    /// <summary>Zeros added on both sides.</summary>
    public (long, long) padding { get; set; }

    /// <summary>The step.</summary>
    public (long, long) stride { get; set; }

    /// <summary>Applies the function.</summary>
    public override Tensor forward(Tensor tensor) => functional.unfold(tensor, kernel_size, dilation, padding, stride);

    /// <inheritdoc/>
    protected override string extra_repr() =>
        $"kernel_size={Repr.Pair(kernel_size, _sizes)}, dilation={Repr.Pair(dilation, _dilation)}, padding={Repr.Pair(padding, _padding)}, "
        + $"stride={Repr.Pair(stride, _stride)}";
}
