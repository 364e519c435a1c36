using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.utils.rnn;

namespace Onnx.Tests;

/// <summary>Recurrent layers over packed sequences: in ONNX they keep their padding and take lengths.</summary>
public class RecurrentTests
{
    private const int Steps = 6;

    public RecurrentTests() => manual_seed(5);

    public static TheoryData<string, bool, bool> Kinds { get; } = new()
    {
        { "lstm", false, false }, { "lstm", true, true }, { "gru", true, false }, { "gru", false, true }, { "rnn", true, true },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Packed_sequences_export_and_take_other_lengths(string kind, bool bidirectional, bool sorted)
    {
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        using var folder = new TemporaryFolder();
        using var module = new Packed(kind, bidirectional, sorted);
        module.eval();
        Tensor input = randn(3, Steps, 4);
        Tensor lengths = tensor((long[])[Steps, 4, 2]);

        onnx.export(module, (input, lengths), folder.File("model.onnx"), ["input", "lengths"], ["output", "ends", "lengths_out"]);

        using var model = new OnnxModel(folder.File("model.onnx"));
        long[][] others = sorted ? [[6, 4, 2], [6, 6, 1]] : [[6, 4, 2], [2, 6, 5], [1, 1, 6]];
        foreach (long[] other in others)
        {
            Tensor[] inputs = [randn(3, Steps, 4), tensor(other)];
            var (output, ends, sizes) = module.call(inputs[0], inputs[1]);
            Compare.AssertSame([output, ends, sizes], model.Run(inputs), 1e-5);
        }
    }

    [Fact]
    public void Packed_sequences_that_something_else_takes_are_refused()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        using var module = new PackedElements();

        var error = Assert.Throws<OnnxExportException>(
            () => onnx.export(module, (randn(2, 3, 4), tensor((long[])[3, 1])), folder.File("model.onnx")));

        Assert.Contains("packed sequences", error.Message);
        Assert.Contains("aten::tanh", error.Message);
    }

    private sealed class Packed : Module<Tensor, Tensor, (Tensor, Tensor, Tensor)>
    {
        private readonly Module layer;
        private readonly bool sorted;

        public Packed(string kind, bool bidirectional, bool sorted)
            : base(nameof(Packed))
        {
            this.sorted = sorted;
            layer = kind switch
            {
                "lstm" => LSTM(4, 5, numLayers: 2, bidirectional: bidirectional),
                "gru" => GRU(4, 5, numLayers: 2, bidirectional: bidirectional),
                _ => RNN(4, 5, numLayers: 2, bidirectional: bidirectional),
            };
            RegisterComponents();
        }

        public override (Tensor, Tensor, Tensor) forward(Tensor input, Tensor lengths)
        {
            var packed = pack_padded_sequence(input, lengths, batch_first: true, enforce_sorted: sorted);
            var (output, ends) = layer switch
            {
                LSTM lstm when lstm.call(packed) is var (steps, hidden, _) => (steps, hidden),
                GRU gru => gru.call(packed),
                RNN rnn => rnn.call(packed),
                _ => throw new InvalidOperationException($"{layer.GetName()}"),
            };
            var (padded, sizes) = pad_packed_sequence(output, batch_first: true);
            return (padded, ends, sizes);
        }
    }

    private sealed class PackedElements : Module<Tensor, Tensor, Tensor>
    {
        public PackedElements()
            : base(nameof(PackedElements)) => RegisterComponents();

        public override Tensor forward(Tensor input, Tensor lengths) => pack_padded_sequence(input, lengths, batch_first: true).data.tanh();
    }
}
