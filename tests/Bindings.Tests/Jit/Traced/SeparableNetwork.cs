using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bindings.Tests.Jit.Traced;

/// <summary>Depthwise separable convolutions with squeeze-excitation and hard-swish, as MobileNetV3 has them.</summary>
internal sealed class SeparableNetwork : nn.Module<Tensor, Tensor>
{
    private readonly Sequential features = nn.Sequential(
        ("0", nn.Conv2d(3, 8, 3, stride: 2, padding: 1)), ("1", nn.Hardswish(inplace: true)), ("2", new Separable(8, 16)), ("3", new Separable(16, 16)));

    private readonly Sequential classifier = nn.Sequential(("0", nn.Linear(16, 12)), ("1", nn.Hardswish()), ("2", nn.Dropout(0.2)), ("3", nn.Linear(12, 7)));

    public SeparableNetwork()
        : base(nameof(SeparableNetwork)) => RegisterComponents();

    public override Tensor forward(Tensor input) => classifier.call(features.call(input).mean([2L, 3L]));

    private sealed class Separable : nn.Module<Tensor, Tensor>
    {
        private readonly Conv2d depthwise;
        private readonly BatchNorm2d norm;
        private readonly Excitation excitation;
        private readonly Conv2d pointwise;

        public Separable(long from, long to)
            : base(nameof(Separable))
        {
            depthwise = nn.Conv2d(from, from, 5, padding: 2, groups: from, bias: false);
            norm = nn.BatchNorm2d(from, eps: 0.001);
            excitation = new Excitation(from);
            pointwise = nn.Conv2d(from, to, 1);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) =>
            pointwise.call(excitation.call(nn.functional.hardswish(norm.call(depthwise.call(input)))));
    }

    private sealed class Excitation : nn.Module<Tensor, Tensor>
    {
        private readonly Conv2d fc1;
        private readonly Conv2d fc2;

        public Excitation(long channels)
            : base(nameof(Excitation))
        {
            fc1 = nn.Conv2d(channels, 4, 1);
            fc2 = nn.Conv2d(4, channels, 1);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            var scale = nn.functional.adaptive_avg_pool2d(input, 1);
            return nn.functional.hardsigmoid(fc2.call(nn.functional.relu(fc1.call(scale)))) * input;
        }
    }
}
