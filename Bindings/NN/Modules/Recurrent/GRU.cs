using static TorchSharp.torch;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>Gated recurrent units (Cho et al., 2014) in one or more layers. Python's <c>torch.nn.GRU</c>.</summary>
public sealed class GRU : RecurrentLayer
{
    internal GRU(
        long input_size, long hidden_size, long num_layers, bool bias, bool batch_first, double dropout, bool bidirectional, Device? device,
        ScalarType? dtype)
        : base(nameof(GRU), 3, input_size, hidden_size, num_layers, bias, batch_first, dropout, bidirectional, device, dtype)
    {
        flatten_parameters();
    }

    /// <inheritdoc/>
    public override string mode => nameof(GRU);

    private protected override long CudnnMode => 3;

    private protected override (Tensor, Tensor) Run(Tensor input, Tensor state) =>
        aten.gru_input(input, state, Weights, bias, num_layers, dropout, training, bidirectional, batch_first);

    private protected override (Tensor, Tensor) Run(Tensor data, Tensor batchSizes, Tensor state) =>
        aten.gru_data(data, batchSizes, state, Weights, bias, num_layers, dropout, training, bidirectional);
}
