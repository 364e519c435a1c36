using Bindings.Tests.NN.Golden;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.NN;

public class ActivationGoldenTests
{
    private static readonly GoldenFile File = new("activations.json", new()
    {
        ["relu"] = () => ReLU(),
        ["relu6"] = () => ReLU6(),
        ["leaky_relu"] = () => LeakyReLU(0.2),
        ["prelu_one"] = () => PReLU(),
        ["elu"] = () => ELU(0.7),
        ["selu"] = () => SELU(),
        ["celu"] = () => CELU(1.3),
        ["gelu"] = () => GELU(),
        ["gelu_tanh"] = () => GELU(TorchSharp.Modules.GELU.Approximate.tanh),
        ["silu"] = () => SiLU(),
        ["mish"] = () => Mish(),
        ["hardswish"] = () => Hardswish(),
        ["hardsigmoid"] = () => Hardsigmoid(),
        ["hardtanh"] = () => Hardtanh(-2.5, 1.5),
        ["sigmoid"] = () => Sigmoid(),
        ["tanh"] = () => Tanh(),
        ["softplus"] = () => Softplus(2, 5),
        ["softsign"] = () => Softsign(),
        ["softshrink"] = () => Softshrink(0.8),
        ["hardshrink"] = () => Hardshrink(0.8),
        ["tanhshrink"] = () => Tanhshrink(),
        ["threshold"] = () => Threshold(0.4, -3),
        ["logsigmoid"] = () => LogSigmoid(),
        ["prelu_channels"] = () => PReLU(3),
        ["rrelu_eval"] = () => RReLU(0.1, 0.4),
        ["rrelu_train"] = () => RReLU(0.1, 0.4),
        ["glu"] = () => GLU(1),
        ["softmax"] = () => Softmax(1),
        ["log_softmax"] = () => LogSoftmax(-1),
        ["softmin"] = () => Softmin(0),
        ["softmax2d"] = () => Softmax2d(),
        ["relu_empty"] = () => ReLU(),
        ["softmax_extreme"] = () => Softmax(0),
        ["gumbel_softmax"] = () => Subject.Of(x => functional.gumbel_softmax(x, tau: 0.7)),
        ["gumbel_softmax_hard"] = () => Subject.Of(x => functional.gumbel_softmax(x, tau: 0.7, hard: true)),
    });

    public static TheoryData<string> Names => File.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void EqualsPython(string name) => File.Check(name);
}
