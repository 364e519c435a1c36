using static TorchSharp.torch;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>The shapes of inputs and states.</summary>
public abstract partial class RNNBase<THidden, TResult>
{
    private int BatchDimension => batch_first ? 0 : 1;

    /// <summary>Whether a sequence comes in a batch; one that comes alone has a dimension less.</summary>
    private protected bool IsBatched(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var dimensions = input.dim();
        if (dimensions is not (2 or 3) || input.size(-1) != input_size)
        {
            var batch = batch_first ? "(N, L, " : "(L, N, ";
            throw new ArgumentException(
                $"{TypeName} takes sequences {batch}{input_size}) or one (L, {input_size}), not a tensor of shape {Repr.Shape(input)}.",
                nameof(input));
        }

        return dimensions == 3;
    }

    /// <summary>The input with a batch of one around it.</summary>
    private protected Tensor Batched(Tensor input) => aten.unsqueeze(input, BatchDimension);

    /// <summary>The output without the batch of one.</summary>
    private protected Tensor Unbatched(Tensor output) => aten.squeeze_dim(output, BatchDimension);

    /// <summary>How many sequences there are.</summary>
    private protected long BatchSize(Tensor input) => input.size(BatchDimension);

    /// <summary>How many sequences there are; the elements must be of the right size.</summary>
    private protected long BatchSize(nn.utils.rnn.PackedSequence input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.data.dim() != 2 || input.data.size(-1) != input_size)
        {
            throw new ArgumentException(
                $"{TypeName} takes packed elements (..., {input_size}), not of shape {Repr.Shape(input.data)}.", nameof(input));
        }

        return input.batch_sizes.numel() == 0
            ? throw new ArgumentException($"{TypeName} takes packed sequences of at least one element.", nameof(input))
            : input.batch_sizes[0].ToInt64();
    }

    /// <summary>A state of zeros.</summary>
    private protected Tensor ZeroState(Tensor like, long batch, long features) =>
        aten.zeros([num_layers * Directions, batch, features], like.dtype, null, like.device);

    /// <summary>A state as the operators want it: with a batch of one around it where the input comes alone.</summary>
    private protected Tensor State(Tensor given, string what, bool batched, long batch, long features)
    {
        ArgumentNullException.ThrowIfNull(given, what);
        var layers = num_layers * Directions;
        long[] wanted = batched ? [layers, batch, features] : [layers, features];
        if (!given.shape.AsSpan().SequenceEqual(wanted))
        {
            throw new ArgumentException(
                $"{TypeName} takes {what} of shape {Repr.Shape(wanted)} with this input, not {Repr.Shape(given)}.", what);
        }

        return batched ? given : aten.unsqueeze(given, 1);
    }

    /// <summary>A state in the order of the batch, put in an order of indices; as it is where there are none.</summary>
    private protected static Tensor Ordered(Tensor state, Tensor? indices) => indices is null ? state : aten.index_select(state, 1, indices);
}
