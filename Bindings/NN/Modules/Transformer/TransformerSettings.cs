using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>What the layers of a transformer are made of.</summary>
/// <param name="Width">The number of features: Python's <c>d_model</c>.</param>
/// <param name="Heads">The number of attention heads.</param>
/// <param name="Feedforward">The number of features inside the feed-forward part.</param>
/// <param name="Dropout">The probability that an entry is dropped in training.</param>
/// <param name="Activation">The feed-forward part's activation.</param>
/// <param name="Known">Which one it is, where libtorch's operators have it built in.</param>
/// <param name="Eps">Added to the variance in the normalizations.</param>
/// <param name="BatchFirst">Whether the batch is the first dimension.</param>
/// <param name="NormFirst">Whether the normalizations stand before attention and feed-forward part, and not behind them.</param>
/// <param name="Device">Where the parameters are; null for the CPU.</param>
/// <param name="Type">The parameters' type; null for the default.</param>
internal sealed record TransformerSettings(
    long Width, long Heads, long Feedforward, double Dropout, Func<Tensor, Tensor> Activation, Activations? Known, double Eps, bool BatchFirst,
    bool NormFirst, Device? Device, ScalarType? Type)
{
    public static Func<Tensor, Tensor> Function(Activations activation) => activation switch
    {
        Activations.ReLU => input => functional.relu(input),
        Activations.GELU => input => functional.gelu(input),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "A transformer's activation is ReLU or GELU, or a function."),
    };

    public MultiheadAttention NewAttention() =>
        new(Width, Heads, Dropout, bias: true, add_bias_kv: false, add_zero_attn: false, null, null, BatchFirst, Device, Type);

    public Linear NewInner() => new(Width, Feedforward, true, Device, Type);

    public Linear NewOuter() => new(Feedforward, Width, true, Device, Type);

    public LayerNorm NewNorm() => new([Width], Eps, elementwise_affine: true, bias: true, Device, Type);

    public Dropout NewDropout() => new(Dropout, false);
}
