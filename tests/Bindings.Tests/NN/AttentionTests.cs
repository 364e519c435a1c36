using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.NN;

/// <summary>What the goldens of attention and transformers do not show: mistakes, ownership, hooks, the two ways to the same result.</summary>
public class AttentionTests
{
    [Fact]
    public void ShapesThatDoNotFitAreToldInWords()
    {
        using var scope = NewDisposeScope();
        using var attention = MultiheadAttention(4, 2);
        using var first = MultiheadAttention(4, 2, batch_first: true);
        Assert.Contains("(L, N, 4)", Assert.Throws<ArgumentException>(() => attention.call(zeros(3, 2, 5), zeros(3, 2, 4), zeros(3, 2, 4))).Message);
        Assert.Contains("(N, L, 4)", Assert.Throws<ArgumentException>(() => first.call(zeros(3, 2, 4), zeros(2, 2, 4), zeros(2, 2, 4))).Message);
        var x = zeros(3, 2, 4);
        Assert.Contains("[2, 3]", Assert.Throws<ArgumentException>(() => attention.call(x, x, x, zeros(3, 2, ScalarType.Bool))).Message);
        Assert.Contains("[4, 3, 3]", Assert.Throws<ArgumentException>(() => attention.call(x, x, x, attn_mask: zeros(2, 2))).Message);
        Assert.Contains("Int64", Assert.Throws<ArgumentException>(() => attention.call(x, x, x, attn_mask: zeros(3, 3, ScalarType.Int64))).Message);
        Assert.Throws<ArgumentException>(() => MultiheadAttention(5, 2));
        using var transformer = Transformer(4, 2, 1, 1, 6);
        Assert.Contains("(length, N, 4)", Assert.Throws<ArgumentException>(() => transformer.call(zeros(3, 2, 4), zeros(3, 1, 4))).Message);
        Assert.Throws<ArgumentException>(() => functional.scaled_dot_product_attention(x, x, x, zeros(2, 2), is_casual: true));
        Assert.Throws<ArgumentException>(() => functional.scaled_dot_product_attention(x, x, zeros(2, 2, 4), enable_gqa: true));
    }

    [Theory]
    [InlineData(Activations.ReLU, false)]
    [InlineData(Activations.GELU, true)]
    public void TheFastWayGivesTheOrdinaryResult(Activations activation, bool norm_first)
    {
        using var scope = NewDisposeScope();
        using var layer = TransformerEncoderLayer(8, 2, 12, 0.1, activation, batch_first: true, norm_first: norm_first);
        using var encoder = TransformerEncoder(layer, 3, LayerNorm(8));
        encoder.eval();
        var x = rand(3, 5, 8);
        var padding = tensor(new[]
        {
            false, false, false, false, true, false, false, false, false, false, false, false, true, true, true,
        }, [3, 5]);
        var there = padding.logical_not();
        var ordinary = encoder.call(x, null, padding)[there];
        using var guard = no_grad();
        Assert.True(ordinary.allclose(encoder.call(x, null, padding)[there], 1e-4, 1e-5));
    }

    [Fact]
    public void AutocastClosesTheFastWay()
    {
        using var scope = NewDisposeScope();
        using var layer = TransformerEncoderLayer(4, 2, 6, batch_first: true);
        using var encoder = TransformerEncoder(layer, 2);
        layer.eval();
        encoder.eval();
        using var guard = no_grad();
        var x = rand(2, 3, 4);
        var padding = tensor(new[] { false, false, false, false, true, true }, [2, 3]);

        // Only the fast way leaves zeros in the place of padding.
        bool IsFast() => encoder.call(x, null, padding)[1, 1..].count_nonzero().item<long>() == 0;
        Assert.True(IsFast());
        Assert.True(layer.TakesFastPath(x));
        try
        {
            set_autocast_enabled(true);
            Assert.True(is_autocast_enabled());
            Assert.False(IsFast());
            Assert.False(layer.TakesFastPath(x));
            Assert.False(FastPath.IsOpen(x, layer.self_attn.FastParameters));
        }
        finally
        {
            set_autocast_enabled(false);
        }

        // Python asks for CUDA's mode alone.
        using (autocast("cpu"))
        {
            Assert.True(layer.TakesFastPath(x));
        }
    }

    [Fact]
    public void PaddingThatWasTakenOutComesBackAsZeros()
    {
        using var scope = NewDisposeScope();
        using var encoder = TransformerEncoder(TransformerEncoderLayer(4, 2, 6, batch_first: true), 2);
        encoder.eval();
        using var guard = no_grad();
        var result = encoder.call(rand(2, 4, 4), null, tensor(new[] { false, false, false, true, false, true, true, true }, [2, 4]));
        Assert.Equal([2, 4, 4], result.shape);
        Assert.Equal(0, result[1, 1..].abs().sum().item<float>());
        Assert.NotEqual(0, result[0, 2].abs().sum().item<float>());
    }

    [Fact]
    public void CopiesOfALayerAreIndependentAndDrawNothing()
    {
        using var scope = NewDisposeScope();
        using var layer = TransformerEncoderLayer(4, 2, 6);
        layer.linear1.weight.requires_grad = false;
        var state = torch.random.get_rng_state();
        using var encoder = TransformerEncoder(layer, 2);
        Assert.True(state.eq(torch.random.get_rng_state()).all().item<bool>());
        Assert.All(encoder.layers, copy => Assert.False(copy.linear1.weight.requires_grad));
        using (no_grad())
        {
            encoder.layers[0].linear1.weight.fill_(3);
        }

        Assert.False(encoder.layers[1].linear1.weight.allclose(encoder.layers[0].linear1.weight));
        Assert.True(encoder.layers[1].linear1.weight.allclose(layer.linear1.weight));
        Assert.True(encoder.layers[1].self_attn.in_proj_weight!.allclose(layer.self_attn.in_proj_weight!));
    }

    [Fact]
    public void HooksSeeCallsWithMasks()
    {
        using var scope = NewDisposeScope();
        using var transformer = Transformer(4, 2, 1, 1, 6);
        var calls = new List<string>();
        transformer.register_forward_hook((_, _, _, result) =>
        {
            calls.Add("transformer");
            return result;
        });
        ((TransformerEncoder)transformer.encoder).layers[0].register_forward_pre_hook((_, input) =>
        {
            calls.Add("layer");
            return input;
        });
        ((TransformerEncoder)transformer.encoder).layers[0].self_attn.register_forward_hook(_ => calls.Add("attention"));
        transformer.call(rand(3, 2, 4), rand(2, 2, 4), zeros(3, 3));
        Assert.Equal(["layer", "attention", "transformer"], calls);
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var transformer = Transformer(4, 2, 2, 2, 6);
        using var source = rand(3, 2, 4);
        using var target = rand(2, 2, 4);
        using var mask = TorchSharp.Modules.Transformer.generate_square_subsequent_mask(2);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        using (transformer.call(source, target, null, mask))
        {
            Assert.Equal(before + 1, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        }

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void EncoderAndDecoderCanBeOnesOwn()
    {
        using var scope = NewDisposeScope();
        using var layer = TransformerDecoderLayer(4, 2, 6);
        using var transformer = Transformer(4, 2, custom_encoder: new Same(), custom_decoder: TransformerDecoder(layer, 1));
        Assert.Equal([2, 1, 4], transformer.call(rand(3, 1, 4), rand(2, 1, 4)).shape);
        Assert.StartsWith("decoder.layers.0.self_attn.in_proj_weight", transformer.state_dict().Keys.First());
    }

    [Fact]
    public void LayersStandInASequence()
    {
        using var scope = NewDisposeScope();
        using var both = Sequential(TransformerEncoderLayer(4, 2, 6), Linear(4, 2));
        Assert.Equal([3, 2, 2], both.call(rand(3, 2, 4)).shape);
    }

    private sealed class Same() : Module<Tensor, Tensor, Tensor, Tensor>("Same")
    {
        public override Tensor forward(Tensor src, Tensor mask, Tensor padding) => src.alias();
    }
}
