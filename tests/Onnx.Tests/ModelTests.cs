using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Onnx.Tests;

/// <summary>Modules written here: traced, exported, and run in ONNX Runtime with two batch sizes.</summary>
public class ModelTests
{
    private static readonly Dictionary<string, Dictionary<int, string>> OpenBatch = new() { ["input"] = new() { [0] = "batch" } };

    public static TheoryData<string> Builders { get; } =
    [
        "resnet18", "resnet34", "resnet50", "resnet101", "resnet152", "resnext50_32x4d", "resnext101_32x8d", "resnext101_64x4d", "wide_resnet50_2",
        "wide_resnet101_2",
    ];

    // Weights are drawn before inputs are: a seed for the inputs alone would leave each run with other weights.
    public ModelTests() => manual_seed(3);

    [Fact]
    public void A_sequence_of_layers_exports_with_a_dynamic_batch()
    {
        using Module<Tensor, Tensor> module = Sequential(
            Conv2d(3, 8, 3, padding: 1), BatchNorm2d(8), ReLU(inplace: true), MaxPool2d(2), AdaptiveAvgPool2d([1, 1]), Flatten(), Linear(8, 4));
        AssertRunsTheSame(module, [3, 12, 12]);
    }

    [Theory]
    [MemberData(nameof(Builders))]
    public void A_residual_network_exports(string name)
    {
        using Module<Tensor, Tensor> module = name switch
        {
            "resnet18" => torchvision.models.resnet18(num_classes: 10),
            "resnet34" => torchvision.models.resnet34(num_classes: 10),
            "resnet50" => torchvision.models.resnet50(num_classes: 10),
            "resnet101" => torchvision.models.resnet101(num_classes: 10),
            "resnet152" => torchvision.models.resnet152(num_classes: 10),
            "resnext50_32x4d" => torchvision.models.resnext50_32x4d(num_classes: 10),
            "resnext101_32x8d" => torchvision.models.resnext101_32x8d(num_classes: 10),
            "resnext101_64x4d" => torchvision.models.resnext101_64x4d(num_classes: 10),
            "wide_resnet50_2" => torchvision.models.wide_resnet50_2(num_classes: 10),
            "wide_resnet101_2" => torchvision.models.wide_resnet101_2(num_classes: 10),
            _ => throw new ArgumentException(name, nameof(name)),
        };

        MakeLikeTrained(module);
        AssertRunsTheSame(module, [3, 64, 64]);
    }

    [Fact]
    public void Sizes_that_a_module_reads_follow_a_dynamic_batch()
    {
        using var module = new Heads();
        AssertRunsTheSame(module, [6, 8]);
    }

    [Fact]
    public void A_recurrent_classifier_exports()
    {
        using var module = new Recurrent();
        AssertRunsTheSame(module, [7, 4]);
    }

    [Fact]
    public void A_transformer_encoder_exports()
    {
        using var module = new Encoder();
        AssertRunsTheSame(module, [5, 8]);
    }

    [Fact]
    public void A_module_that_trains_goes_on_training()
    {
        using var folder = new TemporaryFolder();
        using var module = Sequential(Linear(3, 3), Dropout(0.5), BatchNorm1d(3));
        module.train();
        module.children().Last().eval();
        using var mean = ((BatchNorm1d)module.children().Last()).running_mean!.clone();

        onnx.export(module, rand(4, 3), folder.File("model.onnx"));

        Assert.True(module.training);
        Assert.Equal([true, true, false], module.children().Select(child => child.training));
        Assert.True(mean.Equals(((BatchNorm1d)module.children().Last()).running_mean));
    }

    /// <summary>
    /// Blocks that add a little to what passes them by, and statistics of what they see. As they begin, a hundred layers make rounding a thousand times
    /// larger, and two ways to sum up a convolution differ in the third digit.
    /// </summary>
    private static void MakeLikeTrained(Module<Tensor, Tensor> network)
    {
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        foreach (var (name, parameter) in network.named_parameters())
        {
            if (name.EndsWith("bn2.weight", StringComparison.Ordinal) || name.EndsWith("bn3.weight", StringComparison.Ordinal))
            {
                parameter.fill_(0.2);
            }
        }

        optim.swa_utils.update_bn([randn(8, 3, 64, 64)], network);
    }

    private static void AssertRunsTheSame(Module<Tensor, Tensor> module, long[] shape, double tolerance = 1e-4)
    {
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        using var folder = new TemporaryFolder();
        module.eval();

        onnx.export(module, randn([2, .. shape]), folder.File("model.onnx"), ["input"], ["output"], dynamic_axes: OpenBatch);

        using var model = new OnnxModel(folder.File("model.onnx"));
        Assert.Equal(["batch"], model.Labels("input")[..1]);
        Assert.Equal(["batch"], model.Labels("output")[..1]);
        foreach (long batch in (long[])[2, 5])
        {
            Tensor input = randn([batch, .. shape]);
            Compare.AssertSame([module.call(input)], model.Run(input), tolerance);
        }
    }

    private sealed class Heads : Module<Tensor, Tensor>
    {
        private readonly Linear project = Linear(8, 8);

        public Heads()
            : base(nameof(Heads)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            Tensor heads = project.forward(input).view(input.shape[0], input.shape[1], 2, 4).transpose(1, 2);
            Tensor joined = heads.matmul(heads.transpose(-1, -2)).softmax(-1).matmul(heads).transpose(1, 2).reshape(input.shape[0], -1);
            return joined / Math.Sqrt(input.shape[1]) + zeros(input.shape[0], 1);
        }
    }

    private sealed class Recurrent : Module<Tensor, Tensor>
    {
        private readonly LSTM lstm = LSTM(4, 5, numLayers: 2, batchFirst: true, bidirectional: true);
        private readonly Linear classify = Linear(10, 3);

        public Recurrent()
            : base(nameof(Recurrent)) => RegisterComponents();

        public override Tensor forward(Tensor input) => classify.forward(lstm.forward(input).Item1[TensorIndex.Colon, -1]);
    }

    private sealed class Encoder : Module<Tensor, Tensor>
    {
        private readonly TransformerEncoder encoder = TransformerEncoder(TransformerEncoderLayer(8, 2, 16), 2);

        public Encoder()
            : base(nameof(Encoder)) => RegisterComponents();

        public override Tensor forward(Tensor input) => encoder.forward(input.transpose(0, 1), null, null).transpose(0, 1).mean([1]);
    }
}
