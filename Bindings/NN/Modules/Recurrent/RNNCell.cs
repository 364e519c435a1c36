using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>
/// One step of Elman's recurrent network: h' = f(W_ih x + b_ih + W_hh h + b_hh). Python's <c>torch.nn.RNNCell</c>.
/// </summary>
public sealed class RNNCell : RNNCellBase<Tensor, Tensor>
{
    internal RNNCell(long input_size, long hidden_size, NonLinearities nonlinearity, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(RNNCell), 1, input_size, hidden_size, bias, device, dtype)
    {
        this.nonlinearity = nonlinearity;
    }

    /// <summary>What the state passes through.</summary>
    public NonLinearities nonlinearity { get; }

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
        var row = Batched(input, batched);
        return Result(
            nonlinearity == NonLinearities.ReLU
                ? aten.rnn_relu_cell(row, state, _weight_ih!, _weight_hh!, _bias_ih, _bias_hh)
                : aten.rnn_tanh_cell(row, state, _weight_ih!, _weight_hh!, _bias_ih, _bias_hh),
            batched);
    }

    /// <inheritdoc cref="forward(Tensor, Tensor)"/>
    /// <remarks>Hooks run around it.</remarks>
    public new Tensor call(Tensor input, Tensor? h0 = null) => base.call(input, h0!);

    /// <inheritdoc/>
    protected override string extra_repr() => base.extra_repr() + (nonlinearity == NonLinearities.ReLU ? ", nonlinearity=relu" : "");
}
