using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>
/// Elman's recurrent network in one or more layers: h' = f(W_ih x + b_ih + W_hh h + b_hh), f the hyperbolic tangent or the rectified linear unit.
/// Python's <c>torch.nn.RNN</c>.
/// </summary>
public sealed class RNN : RecurrentLayer
{
    internal RNN(
        long input_size, long hidden_size, long num_layers, NonLinearities nonlinearity, bool bias, bool batch_first, double dropout,
        bool bidirectional, Device? device, ScalarType? dtype)
        : base(nameof(RNN), 1, input_size, hidden_size, num_layers, bias, batch_first, dropout, bidirectional, device, dtype)
    {
        this.nonlinearity = nonlinearity;
        flatten_parameters();
    }

    /// <summary>What each state passes through.</summary>
    public NonLinearities nonlinearity { get; }

    /// <inheritdoc/>
    public override string mode => nonlinearity == NonLinearities.ReLU ? "RNN_RELU" : "RNN_TANH";

    private protected override long CudnnMode => nonlinearity == NonLinearities.ReLU ? 0 : 1;

    /// <summary>The weight of a layer's input, in the direction from the start: (hidden_size, inputs).</summary>
    /// <param name="idx">The layer, from 0.</param>
    public Parameter? get_weight_ih(long idx) => get_parameter($"weight_ih_l{idx}");

    /// <summary>The weight of a layer's state, in the direction from the start: (hidden_size, hidden_size).</summary>
    /// <param name="idx">The layer, from 0.</param>
    public Parameter? get_weight_hh(long idx) => get_parameter($"weight_hh_l{idx}");

    /// <summary>The bias of a layer's input, in the direction from the start: (hidden_size), or null.</summary>
    /// <param name="idx">The layer, from 0.</param>
    public Parameter? get_bias_ih(long idx) => get_parameter($"bias_ih_l{idx}");

    /// <summary>The bias of a layer's state, in the direction from the start: (hidden_size), or null.</summary>
    /// <param name="idx">The layer, from 0.</param>
    public Parameter? get_bias_hh(long idx) => get_parameter($"bias_hh_l{idx}");

    private protected override (Tensor, Tensor) Run(Tensor input, Tensor state) => nonlinearity == NonLinearities.ReLU
        ? aten.rnn_relu_input(input, state, Weights, bias, num_layers, dropout, training, bidirectional, batch_first)
        : aten.rnn_tanh_input(input, state, Weights, bias, num_layers, dropout, training, bidirectional, batch_first);

    private protected override (Tensor, Tensor) Run(Tensor data, Tensor batchSizes, Tensor state) => nonlinearity == NonLinearities.ReLU
        ? aten.rnn_relu_data(data, batchSizes, state, Weights, bias, num_layers, dropout, training, bidirectional)
        : aten.rnn_tanh_data(data, batchSizes, state, Weights, bias, num_layers, dropout, training, bidirectional);
}
