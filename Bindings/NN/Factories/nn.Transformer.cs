using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <inheritdoc cref="Modules.MultiheadAttention"/>
        /// <param name="embedded_dim">The number of features of queries and results.</param>
        /// <param name="num_heads">The number of heads; it divides that of features.</param>
        /// <param name="dropout">The probability that a weight is dropped in training; default 0.</param>
        /// <param name="bias">Whether the projections have biases; default true.</param>
        /// <param name="add_bias_kv">Whether every sequence gets a learned key and value at its end; default false.</param>
        /// <param name="add_zero_attn">Whether every sequence gets a key and a value of zeros at its end; default false.</param>
        /// <param name="kdim">The number of features of keys; default that of queries.</param>
        /// <param name="vdim">The number of features of values; default that of queries.</param>
        /// <param name="batch_first">Whether the batch is the first dimension of inputs and outputs; default false.</param>
        /// <param name="device">Where the parameters are; default the CPU.</param>
        /// <param name="dtype">The parameters' type; default the default type.</param>
        public static MultiheadAttention MultiheadAttention(
            long embedded_dim, long num_heads, double dropout = 0.0, bool bias = true, bool add_bias_kv = false, bool add_zero_attn = false,
            long? kdim = null, long? vdim = null, bool batch_first = false, Device? device = null, ScalarType? dtype = null) =>
            new(embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim, vdim, batch_first, device, dtype);

        /// <inheritdoc cref="Modules.TransformerEncoderLayer"/>
        /// <param name="d_model">The number of features; default 512.</param>
        /// <param name="nhead">The number of attention heads; default 8.</param>
        /// <param name="dim_feedforward">The number of features inside the feed-forward part; default 2048.</param>
        /// <param name="dropout">The probability that an entry is dropped in training; default 0.1.</param>
        /// <param name="activation">The feed-forward part's activation; default the rectified linear unit.</param>
        /// <param name="layer_norm_eps">Added to the variance in the normalizations; default 1e-5.</param>
        /// <param name="batch_first">Whether the batch is the first dimension; default false.</param>
        /// <param name="norm_first">Whether the normalizations stand before attention and feed-forward part; default false: behind them.</param>
        /// <param name="device">Where the parameters are; default the CPU.</param>
        /// <param name="dtype">The parameters' type; default the default type.</param>
        public static TransformerEncoderLayer TransformerEncoderLayer(
            long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU,
            double layer_norm_eps = 1e-5, bool batch_first = false, bool norm_first = false, Device? device = null, ScalarType? dtype = null) =>
            new(new TransformerSettings(
                d_model, nhead, dim_feedforward, dropout, TransformerSettings.Function(activation), activation, layer_norm_eps, batch_first,
                norm_first, device, dtype));

        /// <inheritdoc cref="TransformerEncoderLayer(long, long, long, double, Activations, double, bool, bool, Device, ScalarType?)"/>
        public static TransformerEncoderLayer TransformerEncoderLayer(
            long d_model, long nhead, long dim_feedforward, double dropout, Func<Tensor, Tensor> activation, double layer_norm_eps = 1e-5,
            bool batch_first = false, bool norm_first = false, Device? device = null, ScalarType? dtype = null) =>
            new(new TransformerSettings(
                d_model, nhead, dim_feedforward, dropout, activation, null, layer_norm_eps, batch_first, norm_first, device, dtype));

        /// <inheritdoc cref="Modules.TransformerEncoder"/>
        /// <param name="encoder_layer">The layer that is copied, values and all; it stays the caller's.</param>
        /// <param name="num_layers">The number of layers.</param>
        /// <param name="norm">A normalization behind the last layer, which the encoder owns from now on; default none.</param>
        /// <param name="enable_nested_tensor">Whether padding may be taken out where libtorch's operators allow it; default true.</param>
        public static TransformerEncoder TransformerEncoder(
            TransformerEncoderLayer encoder_layer, long num_layers, LayerNorm? norm = null, bool enable_nested_tensor = true) =>
            new(encoder_layer, num_layers, norm, enable_nested_tensor);

        /// <inheritdoc cref="Modules.TransformerDecoderLayer"/>
        /// <param name="d_model">The number of features; default 512.</param>
        /// <param name="nhead">The number of attention heads; default 8.</param>
        /// <param name="dim_feedforward">The number of features inside the feed-forward part; default 2048.</param>
        /// <param name="dropout">The probability that an entry is dropped in training; default 0.1.</param>
        /// <param name="activation">The feed-forward part's activation; default the rectified linear unit.</param>
        /// <param name="layer_norm_eps">Added to the variance in the normalizations; default 1e-5.</param>
        /// <param name="batch_first">Whether the batch is the first dimension; default false.</param>
        /// <param name="norm_first">Whether the normalizations stand before attention and feed-forward part; default false: behind them.</param>
        /// <param name="device">Where the parameters are; default the CPU.</param>
        /// <param name="dtype">The parameters' type; default the default type.</param>
        public static TransformerDecoderLayer TransformerDecoderLayer(
            long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU,
            double layer_norm_eps = 1e-5, bool batch_first = false, bool norm_first = false, Device? device = null, ScalarType? dtype = null) =>
            new(new TransformerSettings(
                d_model, nhead, dim_feedforward, dropout, TransformerSettings.Function(activation), activation, layer_norm_eps, batch_first,
                norm_first, device, dtype));

        /// <inheritdoc cref="TransformerDecoderLayer(long, long, long, double, Activations, double, bool, bool, Device, ScalarType?)"/>
        public static TransformerDecoderLayer TransformerDecoderLayer(
            long d_model, long nhead, long dim_feedforward, double dropout, Func<Tensor, Tensor> activation, double layer_norm_eps = 1e-5,
            bool batch_first = false, bool norm_first = false, Device? device = null, ScalarType? dtype = null) =>
            new(new TransformerSettings(
                d_model, nhead, dim_feedforward, dropout, activation, null, layer_norm_eps, batch_first, norm_first, device, dtype));

        /// <inheritdoc cref="Modules.TransformerDecoder"/>
        /// <param name="decoder_layer">The layer that is copied, values and all; it stays the caller's.</param>
        /// <param name="num_layers">The number of layers.</param>
        /// <param name="norm">A normalization behind the last layer, which the decoder owns from now on; default none.</param>
        public static TransformerDecoder TransformerDecoder(TransformerDecoderLayer decoder_layer, long num_layers, LayerNorm? norm = null) =>
            new(decoder_layer, num_layers, norm);

        /// <inheritdoc cref="Modules.Transformer"/>
        /// <param name="d_model">The number of features of source and target; default 512.</param>
        /// <param name="nhead">The number of attention heads; default 8.</param>
        /// <param name="num_encoder_layers">The number of encoder layers; default 6.</param>
        /// <param name="num_decoder_layers">The number of decoder layers; default 6.</param>
        /// <param name="dim_feedforward">The number of features inside the feed-forward parts; default 2048.</param>
        /// <param name="dropout">The probability that an entry is dropped in training; default 0.1.</param>
        /// <param name="activation">The feed-forward parts' activation; default the rectified linear unit.</param>
        /// <param name="custom_encoder">An encoder that takes the place of the ordinary one, owned from now on; default none.</param>
        /// <param name="custom_decoder">A decoder that takes the place of the ordinary one, owned from now on; default none.</param>
        /// <param name="layer_norm_eps">Added to the variance in the normalizations; default 1e-5.</param>
        /// <param name="batch_first">Whether the batch is the first dimension; default false.</param>
        /// <param name="norm_first">Whether the normalizations stand before attention and feed-forward parts; default false: behind them.</param>
        /// <param name="device">Where the parameters are; default the CPU.</param>
        /// <param name="dtype">The parameters' type; default the default type.</param>
        public static Transformer Transformer(
            long d_model = 512, long nhead = 8, long num_encoder_layers = 6, long num_decoder_layers = 6, long dim_feedforward = 2048,
            double dropout = 0.1, Activations activation = Activations.ReLU, Module<Tensor, Tensor, Tensor, Tensor>? custom_encoder = null,
            Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>? custom_decoder = null, double layer_norm_eps = 1e-5,
            bool batch_first = false, bool norm_first = false, Device? device = null, ScalarType? dtype = null) =>
            new(
                new TransformerSettings(
                    d_model, nhead, dim_feedforward, dropout, TransformerSettings.Function(activation), activation, layer_norm_eps, batch_first,
                    norm_first, device, dtype),
                num_encoder_layers, num_decoder_layers, custom_encoder, custom_decoder);
    }
}
