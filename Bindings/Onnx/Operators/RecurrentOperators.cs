using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Recurrent layers and cells. ONNX has one operator for each layer, both directions in one.</summary>
internal static class RecurrentOperators
{
    // Which of torch's gates stands where in ONNX's.
    private static readonly int[] LstmGates = [0, 3, 1, 2];
    private static readonly int[] GruGates = [1, 0, 2];
    private static readonly int[] RnnGates = [0];

    internal static IReadOnlyDictionary<string, OnnxConverter> Converters { get; } = new Dictionary<string, OnnxConverter>
    {
        ["aten::lstm"] = call => Layers(call, "LSTM", LstmGates),
        ["aten::gru"] = call => Layers(call, "GRU", GruGates, ("linear_before_reset", 1L)),
        ["aten::rnn_tanh"] = call => Layers(call, "RNN", RnnGates),
        ["aten::rnn_relu"] = call => Layers(call, "RNN", RnnGates, ("activations", "Relu")),
        ["aten::lstm_cell"] = call => Cell(call, "LSTM", LstmGates),
        ["aten::gru_cell"] = call => Cell(call, "GRU", GruGates, ("linear_before_reset", 1L)),
        ["aten::rnn_tanh_cell"] = call => Cell(call, "RNN", RnnGates),
        ["aten::_pack_padded_sequence"] = Pack,
        ["aten::_pad_packed_sequence"] = Pad,
        ["aten::rnn_relu_cell"] = call => Cell(call, "RNN", RnnGates, ("activations", "Relu")),
    };

    private static void Pack(OperatorCall call)
    {
        string elements = call.Name("input");
        elements = call.Bool("batch_first") ? call.Op("Transpose", [elements], ("perm", BatchAndSteps(call["input"].Rank))) : elements;
        call.Results[0].Packed = call.Results[1].Packed = new PaddedSequences(elements, call.As("lengths", ScalarType.Int64));
    }

    private static void Pad(OperatorCall call)
    {
        if (call.Double("padding_value") != 0)
        {
            // Which is what ONNX's layers give behind the ends.
            throw OperatorCall.No("with padding other than 0");
        }

        PaddedSequences packed = call["data"].Packed ?? throw OperatorCall.No("on packed sequences that no recurrent layer gave");
        bool batchFirst = call.Bool("batch_first");
        long length = call.Result.FirstShape[batchFirst ? 1 : 0];
        string elements = call.Op("Slice", [packed.Elements, call.Whole(0), call.Whole(length), call.Whole(0)]);
        call.Return(batchFirst ? call.Op("Transpose", [elements], ("perm", BatchAndSteps(call.Result.Rank))) : elements, packed.Lengths);
    }

    private static long[] BatchAndSteps(int rank) => [1, 0, .. Enumerable.Range(2, rank - 2).Select(axis => (long)axis)];

    private static void Layers(OperatorCall call, string op, int[] gates, params (string Name, object Value)[] attributes)
    {
        PaddedSequences? packed = null;
        if (call.Find("batch_sizes") is not null)
        {
            packed = call["data"].Packed ?? throw OperatorCall.No("on packed sequences that were not packed in the module, by pack_padded_sequence");
        }

        if (call.Bool("train") && call.Double("dropout") > 0)
        {
            throw OperatorCall.No("it trains: call eval() before the module is traced");
        }

        bool hasBiases = call.Bool("has_biases");
        int directions = call.Bool("bidirectional") ? 2 : 1;
        int layers = (int)call.Long("num_layers");
        var weights = call["params"].Items!;
        int each = hasBiases ? 4 : 2;
        if (weights.Count != layers * directions * each)
        {
            throw OperatorCall.No("with projections");
        }

        bool batchFirst = packed is null && call.Bool("batch_first");
        string sequence = packed?.Elements ?? call.As("input", call.Type);
        string? lengths = packed is null ? null : call.Cast(packed.Lengths, ScalarType.Int32);
        sequence = batchFirst ? call.Op("Transpose", [sequence], ("perm", (long[])[1, 0, 2])) : sequence;
        TracedValue[] states = call["hx"].Items is { } items ? [.. items] : [call["hx"]];
        var ends = states.Select(_ => new List<string>()).ToArray();
        for (int layer = 0; layer < layers; layer++)
        {
            string?[] starts = [.. states.Select(state => Start(call, state, layer, directions, layers))];
            var mine = weights.GetRange(layer * directions * each, directions * each);
            string[] results = One(call, op, gates, sequence, lengths, mine, hasBiases, directions, starts, attributes);
            sequence = call.Op("Reshape", [call.Op("Transpose", [results[0]], ("perm", (long[])[0, 2, 1, 3])), call.Whole(0, 0, -1)]);
            for (int i = 0; i < states.Length; i++)
            {
                ends[i].Add(results[i + 1]);
            }
        }

        sequence = batchFirst ? call.Op("Transpose", [sequence], ("perm", (long[])[1, 0, 2])) : sequence;
        if (packed is not null)
        {
            call.Result.Packed = packed with { Elements = sequence };
        }

        call.Return([sequence, .. ends.Select(parts => parts.Count == 1 ? parts[0] : call.Op("Concat", parts, ("axis", 0L)))]);
    }

    private static string Start(OperatorCall call, TracedValue state, int layer, int directions, int layers)
    {
        string name = call.As(state, call.Type);
        return layers == 1 ? name
            : call.Op("Slice", [name, call.Whole((long)layer * directions), call.Whole((layer + 1L) * directions), call.Whole(0)]);
    }

    // The sequence is (steps, batch, inputs); the first result (steps, directions, batch, outputs), the others (directions, batch, outputs).
    private static string[] One(
        OperatorCall call, string op, int[] gates, string sequence, string? lengths, List<TracedValue> weights, bool hasBiases, int directions, string?[] starts,
        (string Name, object Value)[] attributes)
    {
        int each = hasBiases ? 4 : 2;
        long hidden = weights[1].FirstShape[1];
        string Stacked(int which) => Join(call, [.. Enumerable.Range(0, directions).Select(i => Gates(call, weights[(i * each) + which], gates, hidden))]);
        string? bias = hasBiases ? call.Op("Concat", [Stacked(2), Stacked(3)], ("axis", 1L)) : null;
        if (Array.Find(attributes, attribute => attribute.Name == "activations").Value is string activation)
        {
            attributes = [("activations", Enumerable.Repeat(activation, directions).ToArray())];
        }

        return call.Ops(
            op, starts.Length + 1, [sequence, Stacked(0), Stacked(1), bias, lengths, .. starts],
            [("hidden_size", hidden), ("direction", directions == 2 ? "bidirectional" : "forward"), .. attributes]);
    }

    private static string Join(OperatorCall call, string[] parts) => parts.Length == 1 ? parts[0] : call.Op("Concat", parts, ("axis", 0L));

    // One direction's weights with the gates in ONNX's order and a dimension for the direction in front.
    private static string Gates(OperatorCall call, TracedValue weight, int[] gates, long hidden)
    {
        if (weight.IsConstant)
        {
            using var scope = NewDisposeScope();
            var parts = gates.Select(gate => ((Tensor)weight.First!).narrow(0, gate * hidden, hidden)).ToArray();
            return call.Initializer(cat(parts, 0).unsqueeze(0).MoveToOuterDisposeScope());
        }

        string name = call.Name(weight);
        string[] slices = [.. gates.Select(gate => call.Op("Slice", [name, call.Whole(gate * hidden), call.Whole((gate + 1) * hidden), call.Whole(0)]))];
        return call.Op("Unsqueeze", [call.Op("Concat", slices, ("axis", 0L)), call.Whole(0)]);
    }

    private static void Cell(OperatorCall call, string op, int[] gates, params (string Name, object Value)[] attributes)
    {
        string sequence = call.Op("Unsqueeze", [call.As("input", call.Type), call.Whole(0)]);
        TracedValue[] states = call["hx"].Items is { } items ? [.. items] : [call["hx"]];
        string?[] starts = [.. states.Select(state => call.Op("Unsqueeze", [call.As(state, call.Type), call.Whole(0)]))];
        bool hasBiases = call.Has("b_ih");
        List<TracedValue> weights = [call["w_ih"], call["w_hh"]];
        if (hasBiases)
        {
            weights.AddRange([call["b_ih"], call["b_hh"]]);
        }

        string[] results = One(call, op, gates, sequence, null, weights, hasBiases, 1, starts, attributes);
        call.Return([.. results[1..].Select(state => call.Op("Squeeze", [state, call.Whole(0)]))]);
    }
}
