using Bindings.Tests.NN.Golden;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.utils.rnn;

namespace Bindings.Tests.NN;

public class RecurrentGoldenTests
{
    private static readonly GoldenFile File = new("recurrent.json", Cases());

    public static TheoryData<string> Names => File.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void EqualsPython(string name) => File.Check(name);

    private static Dictionary<string, Func<Subject>> Cases()
    {
        var cases = new Dictionary<string, Func<Subject>>
        {
            ["rnn_relu"] = () => Of(RNN(3, 2, nonLinearity: NonLinearities.ReLU)),
            ["rnn_relu_packed"] = () => Packed(RNN(2, 3, 2, NonLinearities.ReLU)),
            ["lstm_projected"] = () => Of(LSTM(2, 4, proj_size: 2)),
            ["lstm_projected_layers"] = () => Of(LSTM(2, 3, 2, batchFirst: true, bidirectional: true, proj_size: 2)),
            ["lstm_projected_packed"] = () => Packed(LSTM(2, 3, bias: false, proj_size: 1)),
            ["rnn_cell_relu"] = () => Of(RNNCell(3, 2, NonLinearities.ReLU)),
            ["lstm_weight_norm"] = () => Of(nn.utils.weight_norm(LSTM(3, 2), "weight_hh_l0")),
            ["gru_weight_norm_packed"] = () => Packed(nn.utils.weight_norm(GRU(2, 3), "weight_ih_l0")),
            ["lstm_cell_weight_norm"] = () => Of(nn.utils.weight_norm(LSTMCell(3, 2), "weight_ih")),
            ["pack_padded_sequence_batch_sizes"] = () => Subject.Of((x, n) => pack_padded_sequence(x, n, enforce_sorted: false).batch_sizes),
            ["pack_padded_sequence_order"] = () => Subject.Of((x, n) =>
            {
                var sequence = pack_padded_sequence(x, n, enforce_sorted: false);
                return Results.Together(sequence.sorted_indices, sequence.unsorted_indices);
            }),
            ["pad_packed_sequence_lengths"] = () => Subject.Of((x, n) => pad_packed_sequence(pack_padded_sequence(x, n, enforce_sorted: false)).Item2),
            ["pad_sequence_int64"] = () => Subject.Of((a, b) => pad_sequence([a, b], padding_value: -1)),
            ["invert_permutation"] = () => Subject.Of(x => invert_permutation(x)),
        };
        Layers(cases, "rnn", (i, h, n, b, f, d, two, type) => Of(RNN(i, h, n, NonLinearities.Tanh, b, f, d, two, dtype: type)));
        Layers(cases, "lstm", (i, h, n, b, f, d, two, type) => Of(LSTM(i, h, n, b, f, d, two, dtype: type)));
        Layers(cases, "gru", (i, h, n, b, f, d, two, type) => Of(GRU(i, h, n, b, f, d, two, dtype: type)));
        Cells(cases, "rnn_cell", (i, h, b, type) => Of(RNNCell(i, h, bias: b, dtype: type)));
        Cells(cases, "gru_cell", (i, h, b, type) => Of(GRUCell(i, h, b, dtype: type)));
        Cells(cases, "lstm_cell", (i, h, b, type) => Of(LSTMCell(i, h, b, dtype: type)));
        Sequences(cases, "");
        Sequences(cases, "_float64");
        return cases;
    }

    private delegate Subject Layer(long inputs, long hidden, long layers, bool bias, bool first, double dropout, bool two, ScalarType? type);

    private delegate Subject Cell(long inputs, long hidden, bool bias, ScalarType? type);

    private static void Layers(Dictionary<string, Func<Subject>> cases, string name, Layer make)
    {
        const ScalarType Wide = ScalarType.Float64;
        cases[name] = () => make(3, 2, 1, true, false, 0, false, null);
        cases[$"{name}_state"] = () => make(3, 2, 1, true, false, 0, false, null);
        cases[$"{name}_layers"] = () => make(2, 3, 2, true, false, 0, true, null);
        cases[$"{name}_batch_first"] = () => make(3, 2, 2, false, true, 0, false, null);
        cases[$"{name}_alone"] = () => make(3, 2, 1, true, false, 0, true, null);
        cases[$"{name}_alone_batch_first"] = () => make(2, 2, 1, true, true, 0, false, null);
        cases[$"{name}_one_element"] = () => make(3, 2, 2, true, false, 0, false, null);
        cases[$"{name}_float64"] = () => make(2, 3, 2, true, false, 0, true, Wide);
        cases[$"{name}_dropout"] = () => make(2, 3, 3, true, false, 0.4, false, null);
        cases[$"{name}_dropout_eval"] = () => make(2, 3, 2, true, false, 0.4, false, null);
        cases[$"{name}_packed"] = () => Packed(make(2, 3, 1, true, false, 0, false, null).Module!);
        cases[$"{name}_packed_layers"] = () => Packed(make(2, 2, 2, true, true, 0, true, null).Module!);
        cases[$"{name}_packed_float64"] = () => Packed(make(2, 2, 1, true, false, 0, true, Wide).Module!);
    }

    private static void Cells(Dictionary<string, Func<Subject>> cases, string name, Cell make)
    {
        cases[name] = () => make(3, 2, true, null);
        cases[$"{name}_start"] = () => make(3, 2, false, null);
        cases[$"{name}_alone"] = () => make(3, 2, true, null);
        cases[$"{name}_float64"] = () => make(2, 3, true, ScalarType.Float64);
        cases[$"{name}_empty"] = () => make(3, 2, true, null);
    }

    private static void Sequences(Dictionary<string, Func<Subject>> cases, string suffix)
    {
        cases[$"pack_padded_sequence{suffix}"] = () => Subject.Of((x, n) => pack_padded_sequence(x, n).data);
        cases[$"pack_padded_sequence_unsorted{suffix}"] = () => Subject.Of((x, n) => pack_padded_sequence(x, n, enforce_sorted: false).data);
        cases[$"pad_packed_sequence{suffix}"] = () => Subject.Of((x, n) => pad_packed_sequence(
            pack_padded_sequence(x, n, batch_first: true, enforce_sorted: false), batch_first: true, padding_value: -1.5, total_length: 6).Item1);
        cases[$"pad_sequence{suffix}"] = () => Subject.Of((a, b, c) => pad_sequence([a, b, c]));
        cases[$"pad_sequence_batch_first{suffix}"] = () => Subject.Of((a, b) => pad_sequence([a, b], batch_first: true, padding_value: 7.25));
        cases[$"unpad_sequence{suffix}"] = () => Subject.Of((x, n) => Results.Together([.. unpad_sequence(x, n, batch_first: true)]));
        cases[$"pack_sequence{suffix}"] = () => Subject.Of((a, b) => pack_sequence([a, b], enforce_sorted: false).data);
        cases[$"unpack_sequence{suffix}"] = () => Subject.Of((a, b) =>
            Results.Together([.. unpack_sequence(pack_sequence([a, b], enforce_sorted: false))]));
    }

    private static Subject Of(RecurrentLayer layer) => new(layer, x => Results.Of(layer.call(x[0], x.ElementAtOrDefault(1))));

    private static Subject Of(LSTM layer) => new(layer, x => Results.Of(layer.call(x[0], Pair(x, 1))));

    private static Subject Of(Module<Tensor, Tensor, Tensor> cell) => new(cell, x => cell.call(x[0], x.ElementAtOrDefault(1)!).reshape(-1));

    private static Subject Of(LSTMCell cell) => new(cell, x => Results.Of(cell.call(x[0], Pair(x, 1))));

    private static (Tensor, Tensor)? Pair(Tensor[] inputs, int first) => inputs.Length > first ? (inputs[first], inputs[first + 1]) : null;

    // Inputs: the padded sequences, their lengths, the state.
    private static Subject Packed(Module module) => module switch
    {
        LSTM lstm => new(lstm, x =>
        {
            var (output, hidden, cell) = lstm.call(Pack(x, lstm.batch_first), Pair(x, 2));
            return Results.Together(pad_packed_sequence(output, lstm.batch_first).Item1, hidden, cell);
        }),
        RecurrentLayer layer => new(layer, x =>
        {
            var (output, hidden) = layer.call(Pack(x, layer.batch_first), x.ElementAtOrDefault(2));
            return Results.Together(pad_packed_sequence(output, layer.batch_first).Item1, hidden);
        }),
        _ => throw new ArgumentException($"{module.GetName()} takes no packed sequences."),
    };

    private static PackedSequence Pack(Tensor[] inputs, bool first) => pack_padded_sequence(inputs[0], inputs[1], first, enforce_sorted: false);
}
