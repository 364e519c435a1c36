using static TorchSharp.torch;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>One step of a long short-term memory. Python's <c>torch.nn.LSTMCell</c>.</summary>
public sealed class LSTMCell : RNNCellBase<(Tensor, Tensor)?, (Tensor, Tensor)>
{
    internal LSTMCell(long input_size, long hidden_size, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(LSTMCell), 4, input_size, hidden_size, bias, device, dtype)
    {
    }

    /// <summary>Computes the next hidden and cell state.</summary>
    /// <param name="input">(N, input_size), or (input_size).</param>
    /// <param name="h0_c0">Hidden and cell state, each (N, hidden_size) or (hidden_size) as the input; zeros if null.</param>
    /// <returns>The next hidden and cell state, of the same shape.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        var batched = IsBatched(input);
        using var scope = NewDisposeScope();
        Tensor[] states = [State(h0_c0?.Item1, "h_0", input, batched), State(h0_c0?.Item2, "c_0", input, batched)];
        var (hidden, cell) = aten.lstm_cell(Batched(input, batched), states, _weight_ih!, _weight_hh!, _bias_ih, _bias_hh);
        return (Result(hidden, batched), Result(cell, batched));
    }

    /// <inheritdoc cref="forward(Tensor, ValueTuple{Tensor, Tensor}?)"/>
    /// <remarks>Hooks run around it.</remarks>
    public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);
}
