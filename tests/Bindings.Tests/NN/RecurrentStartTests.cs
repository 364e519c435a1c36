using System.Text.Json;
using Bindings.Tests.NN.Golden;
using TorchSharp;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.NN;

/// <summary>What recurrent layers, attention and transformers draw from seed 0, and what they print, is what Python draws and prints.</summary>
public class RecurrentStartTests
{
    private static readonly Dictionary<string, JsonElement> Recorded = GoldenCase.Document("recurrent_starts.json").GetProperty("layers")
        .EnumerateArray().ToDictionary(entry => entry.GetProperty("name").GetString()!);

    private static readonly Dictionary<string, Func<Module>> Layers = new()
    {
        ["RNN"] = () => RNN(3, 2),
        ["RNNReLU"] = () => RNN(2, 3, 2, NonLinearities.ReLU, bias: false, batchFirst: true),
        ["LSTM"] = () => LSTM(2, 3, 2, dropout: 0.5, bidirectional: true),
        ["LSTMProjected"] = () => LSTM(2, 4, proj_size: 2),
        ["GRU"] = () => GRU(3, 2, batchFirst: true, bidirectional: true),
        ["RNNCell"] = () => RNNCell(3, 2),
        ["RNNCellReLU"] = () => RNNCell(3, 2, NonLinearities.ReLU, bias: false),
        ["LSTMCell"] = () => LSTMCell(2, 3),
        ["GRUCell"] = () => GRUCell(2, 3),
        ["MultiheadAttention"] = () => MultiheadAttention(4, 2, add_bias_kv: true),
        ["MultiheadAttentionSizes"] = () => MultiheadAttention(4, 2, bias: false, kdim: 3, vdim: 5),
        ["TransformerEncoderLayer"] = () => TransformerEncoderLayer(4, 2, 6),
        ["TransformerDecoderLayer"] = () => TransformerDecoderLayer(4, 2, 6, 0.25),
        ["TransformerEncoder"] = () => TransformerEncoder(TransformerEncoderLayer(4, 2, 6), 2, LayerNorm(4)),
        ["TransformerDecoder"] = () => TransformerDecoder(TransformerDecoderLayer(4, 2, 6), 2),
        ["Transformer"] = () => Transformer(4, 2, 1, 1, 6),
    };

    public static TheoryData<string> Names => [.. Recorded.Keys.Union(Layers.Keys)];

    [Theory]
    [MemberData(nameof(Names))]
    public void LayersStartAsInPython(string name) => LayerStart.Check(Recorded[name], Layers[name]);
}
