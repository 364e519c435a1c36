using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.utils.rnn;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>The recurrent layers whose state is one tensor: <see cref="RNN"/> and <see cref="GRU"/>.</summary>
public abstract class RecurrentLayer : RNNBase<Tensor, (Tensor, Tensor)>
{
    private protected RecurrentLayer(
        string name, int gates, long input_size, long hidden_size, long num_layers, bool bias, bool batch_first, double dropout, bool bidirectional,
        Device? device, ScalarType? dtype)
        : base(name, gates, input_size, hidden_size, num_layers, bias, batch_first, dropout, bidirectional, 0, device, dtype)
    {
    }

    /// <summary>Runs over sequences.</summary>
    /// <param name="input">
    /// (L, N, input_size), or (N, L, input_size) if <c>batch_first</c>; one sequence without a batch is (L, input_size).
    /// </param>
    /// <param name="h0">The state at the start, (layers times directions, N, hidden_size); zeros if null.</param>
    /// <returns>
    /// The last layer's state at each element, (L, N, directions times hidden_size) or with the batch first, and every layer's state at the end.
    /// </returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
    {
        var batched = IsBatched(input);
        using var scope = NewDisposeScope();
        var sequences = batched ? input : Batched(input);
        var batch = BatchSize(sequences);
        var state = h0 is null ? ZeroState(input, batch, hidden_size) : State(h0, nameof(h0), batched, batch, hidden_size);
        var (output, last) = Run(sequences, state);
        return batched
            ? (output.MoveToOuterDisposeScope(), last.MoveToOuterDisposeScope())
            : (Unbatched(output).MoveToOuterDisposeScope(), aten.squeeze_dim(last, 1).MoveToOuterDisposeScope());
    }

    /// <inheritdoc cref="forward(Tensor, Tensor)"/>
    /// <remarks>Hooks run around it.</remarks>
    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0!);

    /// <summary>Runs over packed sequences. Hooks do not see it: they take tensors.</summary>
    /// <param name="input">The sequences, of elements (..., input_size).</param>
    /// <param name="h0">The state at the start, (layers times directions, N, hidden_size) in the batch's order; zeros if null.</param>
    /// <returns>The last layer's states, packed likewise, and every layer's state at each sequence's end, in the batch's order.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public (PackedSequence, Tensor) call(PackedSequence input, Tensor? h0 = null)
    {
        RunPreparations();
        var batch = BatchSize(input);
        using var scope = NewDisposeScope();
        var state = h0 is null
            ? ZeroState(input.data, batch, hidden_size)
            : Ordered(State(h0, nameof(h0), true, batch, hidden_size), input.sorted_indices);
        var (output, last) = Run(input.data, input.batch_sizes, state);
        return (input.With(output).MoveToOuterDisposeScope(), Ordered(last, input.unsorted_indices).MoveToOuterDisposeScope());
    }

    /// <summary>Runs over a batch of sequences of one length.</summary>
    private protected abstract (Tensor, Tensor) Run(Tensor input, Tensor state);

    /// <summary>Runs over packed elements.</summary>
    private protected abstract (Tensor, Tensor) Run(Tensor data, Tensor batchSizes, Tensor state);
}
