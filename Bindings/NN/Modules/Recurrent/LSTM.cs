using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>
/// Long short-term memory (Hochreiter and Schmidhuber, 1997) in one or more layers, its hidden state projected to fewer features where asked for.
/// Python's <c>torch.nn.LSTM</c>.
/// </summary>
public sealed class LSTM : RNNBase<(Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
{
    internal LSTM(
        long input_size, long hidden_size, long num_layers, bool bias, bool batch_first, double dropout, bool bidirectional, long proj_size,
        Device? device, ScalarType? dtype)
        : base(nameof(LSTM), 4, input_size, hidden_size, num_layers, bias, batch_first, dropout, bidirectional, proj_size, device, dtype)
    {
        flatten_parameters();
    }

    /// <inheritdoc/>
    public override string mode => nameof(LSTM);

    private protected override long CudnnMode => 2;

    /// <summary>Runs over sequences.</summary>
    /// <param name="input">
    /// (L, N, input_size), or (N, L, input_size) if <c>batch_first</c>; one sequence without a batch is (L, input_size).
    /// </param>
    /// <param name="h0_c0">
    /// Hidden and cell state at the start, each (layers times directions, N, its size): proj_size if there is one or else hidden_size, and
    /// hidden_size; zeros if null.
    /// </param>
    /// <returns>
    /// The last layer's hidden state at each element, (L, N, directions times its size) or with the batch first; every layer's hidden state at the
    /// end; every layer's cell state at the end.
    /// </returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        var batched = IsBatched(input);
        using var scope = NewDisposeScope();
        var sequences = batched ? input : Batched(input);
        var (output, hidden, cell) = aten.lstm_input(
            sequences, States(h0_c0, sequences, batched, BatchSize(sequences)), Weights, bias, num_layers, dropout, training, bidirectional,
            batch_first);
        if (!batched)
        {
            (output, hidden, cell) = (Unbatched(output), aten.squeeze_dim(hidden, 1), aten.squeeze_dim(cell, 1));
        }

        return (output.MoveToOuterDisposeScope(), hidden.MoveToOuterDisposeScope(), cell.MoveToOuterDisposeScope());
    }

    /// <inheritdoc cref="forward(Tensor, ValueTuple{Tensor, Tensor}?)"/>
    /// <remarks>Hooks run around it.</remarks>
    public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    /// <summary>Runs over packed sequences. Hooks do not see it: they take tensors.</summary>
    /// <param name="input">The sequences, of elements (..., input_size).</param>
    /// <param name="h0_c0">Hidden and cell state at the start, in the batch's order; zeros if null.</param>
    /// <returns>
    /// The last layer's hidden states, packed likewise; every layer's hidden and cell state at each sequence's end, in the batch's order.
    /// </returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public (PackedSequence, Tensor, Tensor) call(PackedSequence input, (Tensor, Tensor)? h0_c0 = null)
    {
        RunPreparations();
        var batch = BatchSize(input);
        using var scope = NewDisposeScope();
        var states = States(h0_c0, input.data, true, batch);
        if (h0_c0 is not null)
        {
            states = [Ordered(states[0], input.sorted_indices), Ordered(states[1], input.sorted_indices)];
        }

        var (output, hidden, cell) = aten.lstm_data(
            input.data, input.batch_sizes, states, Weights, bias, num_layers, dropout, training, bidirectional);
        return (
            input.With(output).MoveToOuterDisposeScope(), Ordered(hidden, input.unsorted_indices).MoveToOuterDisposeScope(),
            Ordered(cell, input.unsorted_indices).MoveToOuterDisposeScope());
    }

    private Tensor[] States((Tensor, Tensor)? given, Tensor like, bool batched, long batch) => given is var (hidden, cell)
        ? [State(hidden, "h_0", batched, batch, OutputSize), State(cell, "c_0", batched, batch, hidden_size)]
        : [ZeroState(like, batch, OutputSize), ZeroState(like, batch, hidden_size)];
}
