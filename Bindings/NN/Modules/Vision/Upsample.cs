using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Resizes (N, C, L), (N, C, H, W) or (N, C, D, H, W). Python's <c>torch.nn.Upsample</c>.</summary>
public class Upsample : ParameterLessModule<Tensor, Tensor>
{
    private readonly long[]? _size;
    private readonly double[]? _scale_factor;

    internal Upsample(long[]? size, double[]? scale_factor, UpsampleMode mode, bool? align_corners, bool? recompute_scale_factor)
        : base(nameof(Upsample))
    {
        _size = size;
        _scale_factor = scale_factor;
        this.mode = mode;
        this.align_corners = align_corners;
        this.recompute_scale_factor = recompute_scale_factor;
    }

    /// <summary>The size of the result; empty where the factor is given.</summary>
    public ReadOnlySpan<long> size => _size;

    /// <summary>By how much the sizes grow; empty where the size is given.</summary>
    public ReadOnlySpan<double> scale_factor => _scale_factor;

    /// <summary>How entries are filled in.</summary>
    public UpsampleMode mode { get; }

    /// <summary>Whether the corners' centres stay where they are; null for the mode's default.</summary>
    public bool? align_corners { get; }

    /// <summary>Whether the factor is taken anew from the sizes after rounding.</summary>
    public bool? recompute_scale_factor { get; set; }

    /// <summary>Resizes.</summary>
    public override Tensor forward(Tensor input) => functional.interpolate(
        input, _size, _scale_factor, functional.Interpolation(mode), align_corners, recompute_scale_factor ?? false);

    /// <inheritdoc/>
    protected override string extra_repr()
    {
        var extent = _size is not null ? $"size={Repr.Size(_size)}" : $"scale_factor={Repr.Size(_scale_factor ?? [1])}";
        return $"{extent}, mode={mode.ToString().ToLowerInvariant()}";
    }
}
