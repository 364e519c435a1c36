using static TorchSharp.torch;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>One step of a gated recurrent unit. Python's <c>torch.nn.GRUCell</c>.</summary>
public sealed class GRUCell : RNNCellBase<Tensor, Tensor>
{
    internal GRUCell(long input_size, long hidden_size, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(GRUCell), 3, input_size, hidden_size, bias, device, dtype)
    {
    }

    /// <summary>Computes the next state.</summary>
    /// <param name="input">(N, input_size), or (input_size).</param>
    /// <param name="h0">The state, (N, hidden_size) or (hidden_size) as the input; zeros if null.</param>
    /// <returns>The next state, of the same shape.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public override Tensor forward(Tensor input, Tensor? h0 = null)
    {
        var batched = IsBatched(input);
        using var scope = NewDisposeScope();
        var state = State(h0, nameof(h0), input, batched);
        return Result(aten.gru_cell(Batched(input, batched), state, _weight_ih!, _weight_hh!, _bias_ih, _bias_hh), batched);
    }

    /// <inheritdoc cref="forward(Tensor, Tensor)"/>
    /// <remarks>Hooks run around it.</remarks>
    public new Tensor call(Tensor input, Tensor? h0 = null) => base.call(input, h0!);
}
