using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.utils.rnn;

namespace Bindings.Tests.NN;

/// <summary>What the goldens of recurrent layers do not show: mistakes, ownership, hooks, types.</summary>
public class RecurrentTests
{
    [Fact]
    public void ShapesThatDoNotFitAreToldInWords()
    {
        using var scope = NewDisposeScope();
        using var lstm = LSTM(3, 2, proj_size: 1);
        Assert.Contains("(L, N, 3)", Assert.Throws<ArgumentException>(() => lstm.call(zeros(4, 2, 5))).Message);
        Assert.Contains("[4]", Assert.Throws<ArgumentException>(() => lstm.call(zeros(4))).Message);
        Assert.Equal("c_0", Assert.Throws<ArgumentException>(() => lstm.call(zeros(4, 2, 3), (zeros(1, 2, 1), zeros(1, 2, 1)))).ParamName);
        using var gru = GRU(3, 2, 2, bidirectional: true, batchFirst: true);
        Assert.Contains("[4, 2, 2]", Assert.Throws<ArgumentException>(() => gru.call(zeros(2, 5, 3), zeros(4, 5, 2))).Message);
        Assert.Contains("[4, 2]", Assert.Throws<ArgumentException>(() => gru.call(zeros(5, 3), zeros(4, 1, 2))).Message);
        using var cell = GRUCell(3, 2);
        Assert.Contains("(N, 3) or (3)", Assert.Throws<ArgumentException>(() => cell.call(zeros(1, 2, 3))).Message);
        Assert.Contains("[2, 2]", Assert.Throws<ArgumentException>(() => cell.call(zeros(2, 3), zeros(1, 2))).Message);
        Assert.Throws<ArgumentException>(() => gru.call(pack_sequence([zeros(2, 4)])));
    }

    [Fact]
    public void EmptySequencesAreATypedError()
    {
        using var scope = NewDisposeScope();
        using var gru = GRU(3, 2);
        Assert.ThrowsAny<TorchException>(() => gru.call(zeros(0, 2, 3)));
        Assert.ThrowsAny<TorchException>(() => pack_padded_sequence(zeros(2, 2, 3), [1, 0]));
        Assert.ThrowsAny<TorchException>(() => pack_padded_sequence(zeros(2, 2, 3), [1, 2]));
        Assert.Throws<ArgumentException>(() => pack_padded_sequence(zeros(2, 2, 3), [1]));
        Assert.Throws<ArgumentException>(() => pad_sequence([]));
        Assert.Throws<ArgumentException>(() => pad_packed_sequence(pack_sequence([zeros(3, 1)]), total_length: 2));
        Assert.Throws<ArgumentException>(() => unpad_sequence(zeros(2, 2, 3), tensor(new long[] { 1 })));
    }

    [Fact]
    public void ImpossibleLayersAreToldInWords()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LSTM(3, 2, proj_size: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => LSTM(3, 2, dropout: 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => GRU(3, 2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RNN(3, -1));
    }

    [Fact]
    public void APackedSequenceMovesBetweenScopesAsOne()
    {
        PackedSequence kept;
        using (NewDisposeScope())
        {
            kept = pack_sequence([zeros(1, 2), ones(3, 2)], enforce_sorted: false).DetachFromDisposeScope();
        }

        using (kept)
        {
            Assert.Equal([1, 0], kept.sorted_indices!.data<long>().ToArray());
            using var wide = kept.@double();
            Assert.Equal(ScalarType.Float64, wide.data.dtype);
            Assert.Equal([2, 1, 1], wide.batch_sizes.data<long>().ToArray());
        }

        Assert.Throws<ObjectDisposedException>(() => kept.data.shape);
        Assert.Throws<ObjectDisposedException>(() => kept.unsorted_indices!.shape);
    }

    [Fact]
    public void ResultsOfPackedSequencesOwnTheirOrder()
    {
        using var gru = GRU(2, 3);
        using var guard = no_grad();
        var input = pack_sequence([rand(1, 2), rand(3, 2)], enforce_sorted: false);
        var (output, last) = gru.call(input);
        input.Dispose();
        using (output)
        using (last)
        {
            var parts = unpack_sequence(output);
            Assert.Equal([1, 3], parts.Select(part => part.size(0)));
            Assert.True(last[0, 1].allclose(parts[1][2]));
        }
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var lstm = LSTM(2, 3, 2, bidirectional: true);
        using var input = rand(4, 2, 2);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        var (output, hidden, cell) = lstm.call(input);
        Assert.Equal(before + 3, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        output.Dispose();
        hidden.Dispose();
        cell.Dispose();
    }

    [Fact]
    public void HooksSeeACallWithAState()
    {
        using var scope = NewDisposeScope();
        using var gru = GRU(2, 3);
        var seen = 0;
        gru.register_forward_hook((_, input, state, result) =>
        {
            seen += (int)state.numel();
            return result;
        });
        gru.call(rand(4, 2, 2), zeros(1, 2, 3));
        Assert.Equal(6, seen);
    }

    [Fact]
    public void LayersConvertToTheTypesThatTorchSharpGivesThem()
    {
        using Module<Tensor, Tensor, (Tensor, Tensor)> gru = GRU(2, 3);
        using Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)> lstm = LSTM(2, 3);
        using Module<Tensor, Tensor, Tensor> cell = RNNCell(2, 3);
        using Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)> lstmCell = LSTMCell(2, 3);
        using var rnn = RNN(2, 3, 2);
        Assert.Equal([3, 3], rnn.get_weight_ih(1)!.shape);
        Assert.Equal([3], rnn.get_bias_hh(0)!.shape);
        rnn.flatten_parameters();
        Assert.Equal([2, 4], ((long[])[rnn.all_weights.Count, rnn.all_weights[0].Count]));
        Assert.Equal("RNN_TANH", rnn.mode);
    }

    [Fact]
    public void ConvertedLayersKeepTheirParameters()
    {
        using var lstm = LSTM(2, 3);
        var before = lstm.parameters().ToArray();
        lstm.to(ScalarType.Float64);
        Assert.Equal(before, lstm.parameters());
        using var input = rand(4, 1, 2, ScalarType.Float64);
        var (output, _, _) = lstm.call(input);
        Assert.Equal(ScalarType.Float64, output.dtype);
    }

    [Fact]
    public void LayersCanBeCalledAsFunctionsOfTheirParameters()
    {
        using var scope = NewDisposeScope();
        using var gru = GRU(2, 3);
        using var input = rand(4, 1, 2);
        var own = gru.call(input).Item1;
        var zeros = gru.state_dict().ToDictionary(entry => entry.Key, entry => zeros_like(entry.Value).requires_grad_());
        var (output, _) = nn.utils.stateless.functional_call(gru, zeros, input, torch.zeros(1, 1, 3));
        Assert.Equal(0, output.abs().sum().item<float>());
        output.sum().backward();
        Assert.NotNull(zeros["weight_ih_l0"].grad);
        Assert.True(gru.call(input).Item1.allclose(own));
    }
}
