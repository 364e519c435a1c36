using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.Cuda;

/// <summary>Layers with the same weights give on a device what they give on the processor: results, gradients, running statistics.</summary>
[Trait("Category", "Cuda")]
public sealed class CudaLayerTests
{
    private static readonly Dictionary<string, (Func<Module<Tensor, Tensor>> Make, long[] Input)> Layers = new()
    {
        ["Linear"] = (() => Linear(6, 4), [3, 6]),
        ["Conv1d"] = (() => Conv1d(4, 6, 3, padding: 1), [2, 4, 9]),
        ["Conv2d"] = (() => Conv2d(4, 6, 3, stride: 2, padding: 1), [2, 4, 9, 8]),
        ["Conv2d in groups"] = (() => Conv2d(4, 4, 3, groups: 4, bias: false), [2, 4, 7, 7]),
        ["Conv2d dilated"] = (() => Conv2d(3, 5, 3, dilation: 2), [2, 3, 9, 9]),
        ["Conv3d"] = (() => Conv3d(2, 3, 2), [2, 2, 4, 5, 4]),
        ["ConvTranspose2d"] = (() => ConvTranspose2d(4, 3, 3, stride: 2), [2, 4, 5, 5]),
        ["BatchNorm1d"] = (() => BatchNorm1d(5), [4, 5]),
        ["BatchNorm2d"] = (() => BatchNorm2d(4), [3, 4, 5, 5]),
        ["LayerNorm"] = (() => LayerNorm(6), [3, 6]),
        ["GroupNorm"] = (() => GroupNorm(2, 4), [2, 4, 5, 5]),
        ["InstanceNorm2d"] = (() => InstanceNorm2d(3), [2, 3, 5, 5]),
        ["MaxPool2d"] = (() => MaxPool2d(2), [2, 3, 6, 6]),
        ["AvgPool2d"] = (() => AvgPool2d(2), [2, 3, 6, 6]),
        ["AdaptiveAvgPool2d"] = (() => AdaptiveAvgPool2d(2), [2, 3, 7, 5]),
        ["a small network"] = (() => Sequential(Conv2d(1, 4, 3), BatchNorm2d(4), ReLU(), MaxPool2d(2), Flatten(), Linear(36, 5)), [3, 1, 8, 8]),
        ["a transformer's layer"] = (() => new Attending(), [5, 2, 8]),
    };

    public static TheoryData<string> Names { get; } = [.. Layers.Keys];

    [CudaTheory]
    [MemberData(nameof(Names))]
    public void A_layer_agrees_with_the_processor(string name)
    {
        using var scope = NewDisposeScope();
        using var exact = backends.cudnn.flags(allow_tf32: false);
        manual_seed(5);
        var (make, shape) = Layers[name];
        using var host = make();
        using var device = make();
        device.load_state_dict(host.state_dict());
        device.to(CUDA);
        var x = randn(shape).requires_grad_(true);
        var twin = x.Twin();

        var (expected, actual) = (host.call(x), device.call(twin));

        CudaDevice.AssertAgrees(expected, actual, 1e-3);
        var weights = randn(expected.shape);
        (expected * weights).sum().backward();
        (actual * weights.to(CUDA)).sum().backward();
        CudaDevice.AssertAgrees(x.grad!, twin.grad!, 1e-3);
        foreach (var ((_, left), (_, right)) in host.named_parameters().Zip(device.named_parameters()))
        {
            CudaDevice.AssertAgrees(left.grad!, right.grad!, 2e-3);
        }

        foreach (var ((_, left), (_, right)) in host.named_buffers().Zip(device.named_buffers()))
        {
            CudaDevice.AssertAgrees(left, right, 1e-3);
        }

        host.eval();
        device.eval();
        CudaDevice.AssertAgrees(host.call(x), device.call(twin), 1e-3);
    }

    [CudaTheory]
    [InlineData("RNN")]
    [InlineData("LSTM")]
    [InlineData("GRU")]
    public void Recurrent_layers_agree_with_the_processor_backward_too(string kind)
    {
        using var scope = NewDisposeScope();
        using var exact = backends.cudnn.flags(allow_tf32: false);
        manual_seed(6);
        var x = randn(7, 3, 5).requires_grad_(true);
        var twin = x.Twin();
        using Module host = Recurrent(kind);
        using Module device = Recurrent(kind);
        device.load_state_dict(host.state_dict());
        device.to(CUDA);

        var (expected, actual) = (Run(host, x), Run(device, twin));

        CudaDevice.AssertAgrees(expected, actual, 1e-3);
        expected.square().sum().backward();
        actual.square().sum().backward();
        CudaDevice.AssertAgrees(x.grad!, twin.grad!, 1e-3);
        foreach (var ((_, left), (_, right)) in host.named_parameters().Zip(device.named_parameters()))
        {
            CudaDevice.AssertAgrees(left.grad!, right.grad!, 2e-3);
        }
    }

    [CudaFact]
    public void Embeddings_agree_sparse_gradients_too()
    {
        using var scope = NewDisposeScope();
        using var host = Embedding(10, 4, sparse: true);
        using var device = Embedding(10, 4, sparse: true);
        device.load_state_dict(host.state_dict());
        device.to(CUDA);
        var indices = tensor(new long[] { 1, 1, 7, 0 });
        host.call(indices).square().sum().backward();
        device.call(indices.to(CUDA)).square().sum().backward();
        Assert.True(device.weight!.grad!.is_sparse);
        CudaDevice.AssertAgrees(host.weight!.grad!.to_dense(), device.weight.grad.to_dense());
    }

    private static Module Recurrent(string kind) => kind switch
    {
        "RNN" => RNN(5, 4, 2, bidirectional: true),
        "LSTM" => LSTM(5, 4, 2),
        _ => GRU(5, 4, 1),
    };

    private static Tensor Run(Module layer, Tensor x) => layer switch
    {
        RNN rnn => rnn.call(x).Item1,
        LSTM lstm => lstm.call(x).Item1,
        GRU gru => gru.call(x).Item1,
        _ => throw new ArgumentException(layer.GetName()),
    };

    private sealed class Attending : Module<Tensor, Tensor>
    {
        private readonly MultiheadAttention attention = MultiheadAttention(8, 2);
        private readonly LayerNorm norm = LayerNorm(8);

        public Attending()
            : base("Attending") => RegisterComponents();

        public override Tensor forward(Tensor input) => norm.call(input + attention.call(input, input, input, null, false, null).Item1);
    }
}
