using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The norms of windows: (N, C, H, W) or (C, H, W). Python's <c>torch.nn.LPPool2d</c>.</summary>
public sealed class LPPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal LPPool2d(double norm_type, long[] kernel_size, long[]? stride, bool ceil_mode)
        : base(nameof(LPPool2d))
    {
        this.norm_type = norm_type;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.ceil_mode = ceil_mode;
    }

    /// <summary>The power.</summary>
    public double norm_type { get; set; }

    /// <summary>The window.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The step; null for the window.</summary>
    public long[]? stride { get; set; }

    /// <summary>Whether a last, partial window counts.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Pools.</summary>
    public override Tensor forward(Tensor input) => functional.lp_pool2d(input, norm_type, kernel_size, stride, ceil_mode);

    /// <inheritdoc/>
    protected override string extra_repr() =>
        $"norm_type={Repr.Number(norm_type)}, kernel_size={Repr.Size(kernel_size)}, "
        + $"stride={(stride is null ? "None" : Repr.Size(stride))}, ceil_mode={Repr.Bool(ceil_mode)}";
}
