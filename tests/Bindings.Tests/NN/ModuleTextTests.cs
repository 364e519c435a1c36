using System.Text.Json;
using Bindings.Tests.NN.Golden;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Bindings.Tests.NN;

/// <summary>What modules print is what Python prints, and what Python refuses is refused.</summary>
public class ModuleTextTests
{
    private static readonly JsonElement Document = GoldenCase.Document("texts.json");

    private static readonly Dictionary<string, Func<Module>> Modules = new()
    {
        ["adaptive_pair"] = () => AdaptiveAvgPool2d((1, 1)),
        ["adaptive_one"] = () => AdaptiveAvgPool2d(1),
        ["max_pool_pair"] = () => MaxPool2d((2, 2)),
        ["max_pool_one"] = () => MaxPool2d(2),
        ["avg_pool_pairs"] = () => AvgPool2d((3, 3), (2, 2), (1, 1)),
        ["max_pool_triple"] = () => MaxPool3d((2, 2, 2)),
        ["fold_pairs"] = () => Fold((4, 4), (2, 2)),
        ["fold_stride"] = () => Fold((4, 5), (2, 2), stride: (2, 1)),
        ["fold_numbers"] = () => Fold(4, 2),
        ["unfold_pairs"] = () => Unfold((2, 2), stride: (1, 1)),
        ["unfold_numbers"] = () => Unfold(2, padding: 1),
        ["upsample_factors"] = () => Upsample(scale_factor: [2.0, 3.0]),
        ["upsample_pair"] = () => Upsample(size: [5, 5], mode: UpsampleMode.Bilinear),
        ["upsample_one"] = () => Upsample(size: [5]),
        ["upsampling_factors"] = () => UpsamplingBilinear2d(scale_factor: (1.5, 2.0)),
        ["upsampling_pair"] = () => UpsamplingNearest2d(size: (3, 3)),
        ["small"] = () => LayerNorm(6, eps: 1e-12),
        ["smaller"] = () => BatchNorm1d(2, eps: 2.5e-7),
        ["large"] = () => ELU(1e16),
        ["fifteen"] = () => ELU(1e15),
        ["infinite"] = () => ELU(double.PositiveInfinity),
        ["embedding"] = () => Embedding(5, 3, 1, 1, 1, true, true),
        ["embedding_bag"] = () => EmbeddingBag(5, 3, 1, 1, true, EmbeddingBagMode.Sum, true, padding_index: 1),
        ["lazy_batch_norm"] = () => LazyBatchNorm2d(affine: false, track_running_stats: false),
        ["lazy_instance_norm"] = () => LazyInstanceNorm1d(affine: false, track_running_stats: false),
        ["parameter_list"] = () => ParameterList([.. Parameters()]),
        ["parameter_dict"] = () => ParameterDict([.. Parameters().Select((parameter, i) => ($"p{i}", parameter))]),
        ["triplet"] = () => TripletMarginWithDistanceLoss(),
        ["dropout_whole"] = () => LSTM(3, 4, 2, dropout: 1),
    };

    private static IEnumerable<TorchSharp.Modules.Parameter> Parameters() => new (long[] shape, ScalarType type)[]
    {
        ([2], ScalarType.Float32), ([2, 3], ScalarType.Float64), ([], ScalarType.Float16), ([1], ScalarType.BFloat16),
        ([1], ScalarType.ComplexFloat32), ([4], ScalarType.ComplexFloat64),
    }.Select(p => new TorchSharp.Modules.Parameter(ones(p.shape, p.type)));

    private static readonly Dictionary<string, Action> Calls = new()
    {
        ["hardtanh_bounds"] = () => Hardtanh(0.7, 0.7),
        ["bce_shape"] = () => F.binary_cross_entropy(ones(3, 5), ones(5)),
        ["bce_logits_shape"] = () => F.binary_cross_entropy_with_logits(ones(3, 5), ones(5)),
        ["recompute_size"] = () => F.interpolate(ones(1, 1, 4), [4], recompute_scale_factor: true),
        ["affine_grid_whole"] = () => F.affine_grid(ones([2, 2, 3], ScalarType.Int64), [2, 3, 4, 5]),
        ["affine_grid_empty"] = () => F.affine_grid(ones(2, 2, 3), [2, 3, 0, 5]),
        ["group_norm_single"] = () => GroupNorm(4, 4).call(ones(1, 4)),
        ["instance_norm_single"] = () => InstanceNorm2d(4).call(ones(0, 4, 1, 1)),
        ["bag_max_frequency"] = () => EmbeddingBag(5, 3, mode: EmbeddingBagMode.Max, scale_grad_by_freq: true).call(tensor(new long[,] { { 1, 2 } })),
        ["bag_max_sparse"] = () => EmbeddingBag(5, 3, mode: EmbeddingBagMode.Max, sparse: true).call(tensor(new long[,] { { 1, 2 } })),
    };

    public static TheoryData<string> Printed => [.. Document.GetProperty("prints").EnumerateObject().Select(entry => entry.Name).Union(Modules.Keys)];

    public static TheoryData<string> Refused => [.. Document.GetProperty("refused").EnumerateObject().Select(entry => entry.Name).Union(Calls.Keys)];

    [Theory]
    [MemberData(nameof(Printed))]
    public void PrintsAsPython(string name)
    {
        using var module = Modules[name]();
        Assert.Equal(Document.GetProperty("prints").GetProperty(name).GetString(), module.ToString());
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void RefusesWhatPythonRefuses(string name)
    {
        using var scope = NewDisposeScope();
        Assert.True(Document.GetProperty("refused").TryGetProperty(name, out _));
        Assert.ThrowsAny<ArgumentException>(Calls[name]);
    }

    [Fact]
    public void WhatIsAppliedReachesAChildOnceThatHasTwoNames()
    {
        using var scope = NewDisposeScope();
        var layer = Linear(2, 2);
        var net = ModuleDict<Module>(("one", layer), ("two", layer), ("row", Sequential(layer)));
        var reached = new List<Module>();
        net.apply(reached.Add);
        // As in Python: once under each parent.
        Assert.Equal([layer, layer, net["row"], net], reached);
    }

    [Fact]
    public void ALayerWithoutInputsHasTheBiasZeroAndDrawsIt()
    {
        using var scope = NewDisposeScope();
        manual_seed(0);
        var layer = Linear(0, 3);
        Assert.Equal(Document.GetProperty("bias_without_inputs").EnumerateArray().Select(e => e.GetSingle()), layer.bias!.data<float>().ToArray());
        Assert.Equal(Document.GetProperty("draw_behind").EnumerateArray().Select(e => e.GetSingle()), rand(2).data<float>().ToArray());
    }

    [Fact]
    public void BagsOfRowsAreRowsWhateverOffsetsWouldSay()
    {
        using var scope = NewDisposeScope();
        var rows = tensor(new long[,] { { 1, 2, 0 }, { 4, 2, 2 } });
        var weight = randn(5, 3);
        foreach (var mode in Enum.GetValues<EmbeddingBagMode>())
        {
            Assert.True(F.embedding_bag(rows, weight, mode: mode, include_last_offset: true).allclose(F.embedding_bag(rows, weight, mode: mode)));
            Assert.Equal([2, 3], F.embedding_bag(zeros([2, 0], ScalarType.Int64), weight, mode: mode).shape);
        }
    }

    [Theory]
    [InlineData(new long[] { 0 })]
    [InlineData(new long[] { 0, 1 })]
    [InlineData(new long[] { })]
    public void TheLastOffsetIsTheEnd(long[] offsets)
    {
        using var scope = NewDisposeScope();
        var bags = tensor(offsets, [offsets.Length]);
        Assert.Throws<ArgumentException>(() => F.embedding_bag(tensor(new long[] { 1, 2 }), randn(5, 3), bags, include_last_offset: true));
    }

    [Fact]
    public void MarginsOfABatchOfNoneAreNothing()
    {
        using var scope = NewDisposeScope();
        var (input, classes) = (zeros(0, 5), zeros([0], ScalarType.Int64));
        Assert.Equal(0, F.multi_margin_loss(input, classes, reduction: Reduction.Sum).item<float>());
        Assert.True(float.IsNaN(F.multi_margin_loss(input, classes).item<float>()));
        Assert.Equal(0, F.multi_label_margin_loss(input, zeros([0, 5], ScalarType.Int64), Reduction.Sum).item<float>());
        Assert.Equal([0], F.multi_label_margin_loss(input, zeros([0, 5], ScalarType.Int64), Reduction.None).shape);
    }

    [Fact]
    public void DistancesOfNoRowsAreNoneAndFlowBack()
    {
        using var scope = NewDisposeScope();
        var rows = zeros(0, 3, requires_grad: true);
        var distances = F.pdist(rows);
        Assert.Equal([0], distances.shape);
        distances.sum().backward();
        Assert.Equal([0, 3], rows.grad!.shape);
    }

    [Fact]
    public void SequencesAreNotLongerThanTheirRoom()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ArgumentException>(() => nn.utils.rnn.pack_padded_sequence(ones(5, 3, 2), tensor(new long[] { 6, 3, 1 })));
    }
}
