using System.Text.Json;
using Bindings.Tests.NN.Golden;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.NN;

/// <summary>What layers and init functions draw from seed 0, and what modules print, is what Python draws and prints.</summary>
public class StartTests
{
    private static readonly JsonElement Document = GoldenCase.Document("starts.json");

    private static readonly Dictionary<string, Func<Module>> Layers = new()
    {
        ["Linear"] = () => Linear(4, 3),
        ["LinearNoBias"] = () => Linear(3, 2, false),
        ["Bilinear"] = () => Bilinear(2, 3, 2),
        ["Conv1d"] = () => Conv1d(2, 4, 3, groups: 2),
        ["Conv2d"] = () => Conv2d(3, 2, (3, 2), stride: (2, 2), padding: (1, 1), bias: false),
        ["Conv2dSame"] = () => Conv2d(1, 2, 3, Padding.Same, padding_mode: PaddingModes.Reflect),
        ["Conv3d"] = () => Conv3d(1, 2, 2, dilation: 2),
        ["ConvTranspose1d"] = () => ConvTranspose1d(2, 3, 3),
        ["ConvTranspose2d"] = () => ConvTranspose2d(2, 4, 3, stride: 2, output_padding: 1, groups: 2),
        ["ConvTranspose3d"] = () => ConvTranspose3d(2, 1, 2),
        ["BatchNorm1d"] = () => BatchNorm1d(3),
        ["BatchNorm2d"] = () => BatchNorm2d(3, momentum: null),
        ["BatchNorm3d"] = () => BatchNorm3d(2, affine: false),
        ["InstanceNorm2d"] = () => InstanceNorm2d(3, affine: true, track_running_stats: true),
        ["LayerNorm"] = () => LayerNorm([2, 3]),
        ["GroupNorm"] = () => GroupNorm(2, 4),
        ["Embedding"] = () => Embedding(5, 3, padding_idx: 1),
        ["InstanceNorm1d"] = () => InstanceNorm1d(2),
        ["InstanceNorm3d"] = () => InstanceNorm3d(2, affine: true),
        ["AdaptiveLogSoftmaxWithLoss"] = () => AdaptiveLogSoftmaxWithLoss(8, 20, [4, 10], 2),
        ["WeightNorm"] = () => nn.utils.weight_norm(Linear(3, 2)),
        ["SpectralNorm"] = () => nn.utils.spectral_norm(Conv1d(2, 3, 2)),
        ["ParametrizedSpectralNorm"] = () => nn.utils.parametrizations.spectral_norm(Linear(3, 2)),
        ["Orthogonal"] = () => nn.utils.parametrizations.orthogonal(Linear(3, 2)),
        ["OrthogonalSquare"] = () => nn.utils.parametrizations.orthogonal(Linear(3, 3)),
        ["Pruned"] = () => nn.utils.prune.random_unstructured(Linear(3, 2), "weight", 2),
        ["EmbeddingBag"] = () => EmbeddingBag(4, 2, mode: EmbeddingBagMode.Sum),
        ["PReLU"] = () => PReLU(2),
        ["Sequential"] = () => Sequential(Linear(3, 4), ReLU(inplace: true), Dropout(0.25), Sequential(Linear(4, 2), LogSoftmax(1))),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Inits = new()
    {
        ["uniform_"] = t => init.uniform_(t, -2, 3),
        ["normal_"] = t => init.normal_(t, 1, 2),
        ["trunc_normal_"] = t => init.trunc_normal_(t, 0.5, 2, -1, 2),
        ["xavier_uniform_"] = t => init.xavier_uniform_(t, 1.5),
        ["xavier_normal_"] = t => init.xavier_normal_(t),
        ["kaiming_uniform_"] = t => init.kaiming_uniform_(t, 0, init.FanInOut.FanOut, init.NonlinearityType.ReLU),
        ["kaiming_normal_"] = t => init.kaiming_normal_(t, 0.3),
        ["orthogonal_"] = t => init.orthogonal_(t, 2),
        ["sparse_"] = t => init.sparse_(t, 0.4),
        ["eye_"] = t => init.eye_(t),
        ["constant_"] = t => init.constant_(t, 0.25),
        ["dirac_"] = _ => init.dirac_(empty(4, 2, 3), 2),
    };

    private static readonly Dictionary<string, Func<Module>> Plain = new()
    {
        ["CELU"] = () => CELU(1.5),
        ["ELU"] = () => ELU(inplace: true),
        ["GELU"] = () => GELU(),
        ["GLU"] = () => GLU(),
        ["Hardshrink"] = () => Hardshrink(),
        ["Hardsigmoid"] = () => Hardsigmoid(),
        ["Hardswish"] = () => Hardswish(),
        ["Hardtanh"] = () => Hardtanh(),
        ["LeakyReLU"] = () => LeakyReLU(0.2),
        ["LogSigmoid"] = () => LogSigmoid(),
        ["Mish"] = () => Mish(),
        ["ReLU6"] = () => ReLU6(),
        ["RReLU"] = () => RReLU(),
        ["SELU"] = () => SELU(),
        ["Sigmoid"] = () => Sigmoid(),
        ["SiLU"] = () => SiLU(),
        ["Softmax"] = () => Softmax(1),
        ["Softplus"] = () => Softplus(),
        ["Softshrink"] = () => Softshrink(),
        ["Softsign"] = () => Softsign(),
        ["Tanh"] = () => Tanh(),
        ["Tanhshrink"] = () => Tanhshrink(),
        ["Threshold"] = () => Threshold(1, 2),
        ["MaxPool1d"] = () => MaxPool1d(2),
        ["MaxPool2d"] = () => MaxPool2d([3, 2], stride: [2], padding: [1]),
        ["AvgPool1d"] = () => AvgPool1d(2),
        ["AvgPool2d"] = () => AvgPool2d(3, 2),
        ["AdaptiveAvgPool2d"] = () => AdaptiveAvgPool2d((1, 2)),
        ["AdaptiveMaxPool1d"] = () => AdaptiveMaxPool1d(3),
        ["LPPool2d"] = () => LPPool2d(2, 3),
        ["Dropout2d"] = () => Dropout2d(0.1),
        ["Flatten"] = () => Flatten(),
        ["Unflatten"] = () => Unflatten(1, [2, 3]),
        ["Identity"] = () => Identity(),
        ["PixelShuffle"] = () => PixelShuffle(2),
        ["ZeroPad2d"] = () => ZeroPad2d(1),
        ["ConstantPad1d"] = () => ConstantPad1d((1, 2), 3.5),
        ["Upsample"] = () => Upsample(scale_factor: [2]),
        ["LocalResponseNorm"] = () => LocalResponseNorm(2),
        ["MSELoss"] = () => MSELoss(),
        ["CrossEntropyLoss"] = () => CrossEntropyLoss(),
        ["MaxUnpool2d"] = () => MaxUnpool2d(2),
        ["ReLU"] = () => ReLU(),
        ["LogSoftmax"] = () => LogSoftmax(-1),
        ["Softmax2d"] = () => Softmax2d(),
        ["Softmin"] = () => Softmin(1),
        ["GELUTanh"] = () => GELU(TorchSharp.Modules.GELU.Approximate.tanh),
        ["MaxPool3d"] = () => MaxPool3d((1, 2, 3), ceil_mode: true),
        ["AvgPool3d"] = () => AvgPool3d(2),
        ["AdaptiveAvgPool1d"] = () => AdaptiveAvgPool1d(2),
        ["AdaptiveAvgPool3d"] = () => AdaptiveAvgPool3d((1, 2, 3)),
        ["AdaptiveMaxPool2d"] = () => AdaptiveMaxPool2d(2),
        ["AdaptiveMaxPool3d"] = () => AdaptiveMaxPool3d(2),
        ["LPPool1d"] = () => LPPool1d(1.5, 2),
        ["MaxUnpool1d"] = () => MaxUnpool1d(3),
        ["MaxUnpool3d"] = () => MaxUnpool3d(2),
        ["Dropout"] = () => Dropout(),
        ["Dropout1d"] = () => Dropout1d(0.2),
        ["Dropout3d"] = () => Dropout3d(),
        ["AlphaDropout"] = () => AlphaDropout(),
        ["FeatureAlphaDropout"] = () => FeatureAlphaDropout(),
        ["ReflectionPad1d"] = () => ReflectionPad1d(2),
        ["ReflectionPad2d"] = () => ReflectionPad2d((1, 2, 0, 1)),
        ["ReflectionPad3d"] = () => ReflectionPad3d(1),
        ["ReplicationPad1d"] = () => ReplicationPad1d(1),
        ["ReplicationPad2d"] = () => ReplicationPad2d(1),
        ["ReplicationPad3d"] = () => ReplicationPad3d(1),
        ["ConstantPad2d"] = () => ConstantPad2d(1, 0.5),
        ["ConstantPad3d"] = () => ConstantPad3d(2, -1.5),
        ["PixelUnshuffle"] = () => PixelUnshuffle(3),
        ["ChannelShuffle"] = () => ChannelShuffle(2),
        ["Fold"] = () => Fold((4, 5), (2, 3)),
        ["Unfold"] = () => Unfold((2, 3), padding: (1, 1)),
        ["UpsamplingNearest2d"] = () => UpsamplingNearest2d(2),
        ["UpsamplingBilinear2d"] = () => UpsamplingBilinear2d((3, 4)),
        ["CrossMapLRN2d"] = () => CrossMapLRN2d(3),
        ["CosineSimilarity"] = () => CosineSimilarity(),
        ["PairwiseDistance"] = () => PairwiseDistance(),
        ["FractionalMaxPool2d"] = () => FractionalMaxPool2d(2, output_size: 3),
        ["FractionalMaxPool3d"] = () => FractionalMaxPool3d(2, output_size: 3),
        ["L1Loss"] = () => L1Loss(),
        ["NLLLoss"] = () => NLLLoss(),
        ["PoissonNLLLoss"] = () => PoissonNLLLoss(),
        ["GaussianNLLLoss"] = () => GaussianNLLLoss(),
        ["KLDivLoss"] = () => KLDivLoss(),
        ["BCELoss"] = () => BCELoss(),
        ["BCEWithLogitsLoss"] = () => BCEWithLogitsLoss(),
        ["HingeEmbeddingLoss"] = () => HingeEmbeddingLoss(),
        ["MultiLabelMarginLoss"] = () => MultiLabelMarginLoss(),
        ["SmoothL1Loss"] = () => SmoothL1Loss(),
        ["HuberLoss"] = () => HuberLoss(),
        ["SoftMarginLoss"] = () => SoftMarginLoss(),
        ["MultiLabelSoftMarginLoss"] = () => MultiLabelSoftMarginLoss(),
        ["CosineEmbeddingLoss"] = () => CosineEmbeddingLoss(),
        ["MarginRankingLoss"] = () => MarginRankingLoss(),
        ["MultiMarginLoss"] = () => MultiMarginLoss(),
        ["TripletMarginLoss"] = () => TripletMarginLoss(),
        ["CTCLoss"] = () => CTCLoss(),
        ["LazyLinear"] = () => LazyLinear(3),
        ["LazyConv2d"] = () => LazyConv2d(3, 2),
        ["LazyConvTranspose1d"] = () => LazyConvTranspose1d(2, 3, stride: 2),
        ["LazyBatchNorm2d"] = () => LazyBatchNorm2d(),
        ["LazyInstanceNorm1d"] = () => LazyInstanceNorm1d(),
        ["SyncBatchNorm"] = () => SyncBatchNorm(4),
        ["ModuleList"] = () => ModuleList<Module>(ReLU(), Tanh()),
        ["ModuleListEmpty"] = () => ModuleList<Module>(),
        ["ModuleDict"] = () => ModuleDict<Module>(("a", ReLU()), ("b", Identity())),
        ["SequentialEmpty"] = () => Sequential(Array.Empty<Module<Tensor, Tensor>>()),
        ["DataParallel"] = () => DataParallel(ReLU()),
    };

    public static TheoryData<string> LayerNames => [.. Names("layers").Union(Layers.Keys)];

    public static TheoryData<string> InitNames => [.. Names("inits").Union(Inits.Keys)];

    public static TheoryData<string> PlainNames => [.. Document.GetProperty("prints").EnumerateObject().Select(p => p.Name).Union(Plain.Keys)];

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void LayersStartAsInPython(string name)
    {
        LayerStart.Check(Entry("layers", name), Layers[name]);
    }

    [Theory]
    [MemberData(nameof(InitNames))]
    public void InitFunctionsDrawAsInPython(string name)
    {
        var expected = Entry("inits", name);
        manual_seed(0);
        using var scope = NewDisposeScope();
        var filled = Inits[name](empty(5, 4));
        LayerStart.AssertNumbers(expected.GetProperty("values"), filled);
        LayerStart.AssertNext(expected);
    }

    [Theory]
    [MemberData(nameof(PlainNames))]
    public void ModulesPrintAsInPython(string name)
    {
        using var module = Plain[name]();
        Assert.Equal(Document.GetProperty("prints").GetProperty(name).GetString(), module.ToString());
    }

    private static IEnumerable<string> Names(string list) => Document.GetProperty(list).EnumerateArray().Select(e =>
        e.GetProperty("name").GetString()!);

    private static JsonElement Entry(string list, string name) =>
        Document.GetProperty(list).EnumerateArray().Single(e => e.GetProperty("name").GetString() == name);
}
