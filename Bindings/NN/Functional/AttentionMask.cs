using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

/// <summary>The two masks of an attention, which become one that is added to the scores. Its tensors belong to the caller's dispose scope.</summary>
internal sealed class AttentionMask
{
    private readonly long _batch;
    private readonly long _heads;
    private torch.Tensor? _attention;
    private torch.Tensor? _padding;

    /// <param name="attention">(L, S), or (N heads, L, S); may be null.</param>
    /// <param name="padding">(N, S); may be null.</param>
    /// <param name="batch">N.</param>
    /// <param name="heads">The number of heads.</param>
    /// <param name="targets">L.</param>
    /// <param name="sources">S.</param>
    /// <param name="dtype">The scores' type.</param>
    /// <exception cref="ArgumentException">A mask is of another shape or type.</exception>
    public AttentionMask(
        torch.Tensor? attention, torch.Tensor? padding, long batch, long heads, long targets, long sources, torch.ScalarType dtype)
    {
        (_batch, _heads) = (batch, heads);
        if (attention is not null)
        {
            AttentionShapes.ThrowUnlessMask(attention, "attn_mask", [targets, sources], [batch * heads, targets, sources]);
            _attention = Added(attention, dtype);
        }

        if (padding is not null)
        {
            AttentionShapes.ThrowUnlessMask(padding, "key_padding_mask", [batch, sources]);
            _padding = Added(padding, dtype);
        }
    }

    /// <summary>Lets one more key through, behind the last.</summary>
    public void AddKey()
    {
        _attention = _attention is null ? null : aten.constant_pad_nd(_attention, [0, 1]);
        _padding = _padding is null ? null : aten.constant_pad_nd(_padding, [0, 1]);
    }

    /// <summary>What is added to the scores: broadcasts to (N heads, L, S). Null if there is no mask.</summary>
    public torch.Tensor? Merged()
    {
        if (_padding is null)
        {
            return _attention;
        }

        var sources = _padding.size(1);
        var ofHeads = aten.reshape(
            aten.expand(aten.reshape(_padding, [_batch, 1, 1, sources]), [_batch, _heads, 1, sources]), [_batch * _heads, 1, sources]);
        return _attention is null ? ofHeads : aten.add_Tensor(ofHeads, _attention);
    }

    private static torch.Tensor Added(torch.Tensor mask, torch.ScalarType dtype) => mask.dtype != torch.ScalarType.Bool
        ? mask.to_type(dtype)
        : aten.masked_fill_Scalar(aten.zeros(mask.shape, dtype, null, mask.device), mask, double.NegativeInfinity);
}
