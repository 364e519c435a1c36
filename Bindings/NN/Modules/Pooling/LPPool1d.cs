using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The norms of windows: (N, C, L) or (C, L). Python's <c>torch.nn.LPPool1d</c>.</summary>
public sealed class LPPool1d : ParameterLessModule<Tensor, Tensor>
{
    internal LPPool1d(double norm_type, long kernel_size, long? stride, bool ceil_mode)
        : base(nameof(LPPool1d))
    {
        this.norm_type = norm_type;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.ceil_mode = ceil_mode;
    }

    /// <summary>The power.</summary>
    public double norm_type { get; set; }

    /// <summary>The window.</summary>
    public long kernel_size { get; set; }

    /// <summary>The step; null for the window.</summary>
    public long? stride { get; set; }

    /// <summary>Whether a last, partial window counts.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Pools.</summary>
    public override Tensor forward(Tensor input) => functional.lp_pool1d(input, norm_type, kernel_size, stride, ceil_mode);

    /// <inheritdoc/>
    protected override string extra_repr() =>
        $"norm_type={Repr.Number(norm_type)}, kernel_size={kernel_size}, "
        + $"stride={(stride is { } step ? step : "None")}, ceil_mode={Repr.Bool(ceil_mode)}";
}
