using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bindings.Tests.Jit.Traced;

/// <summary>Two stages of residual blocks with batch normalization, as ResNet-18 has four, and its flattening by a size that is read.</summary>
internal sealed class ResidualNetwork : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d conv1 = nn.Conv2d(3, 8, 7, stride: 2, padding: 3, bias: false);
    private readonly BatchNorm2d bn1 = nn.BatchNorm2d(8);
    private readonly ReLU relu = nn.ReLU(inplace: true);
    private readonly MaxPool2d maxpool = nn.MaxPool2d(3, stride: 2, padding: 1);
    private readonly Sequential layer1 = nn.Sequential(("0", new Block(8, 8, 1)), ("1", new Block(8, 8, 1)));
    private readonly Sequential layer2 = nn.Sequential(("0", new Block(8, 16, 2)), ("1", new Block(16, 16, 1)));
    private readonly AdaptiveAvgPool2d avgpool = nn.AdaptiveAvgPool2d(1);
    private readonly Linear fc = nn.Linear(16, 10);

    public ResidualNetwork()
        : base(nameof(ResidualNetwork)) => RegisterComponents();

    public override Tensor forward(Tensor input)
    {
        var x = maxpool.call(relu.call(bn1.call(conv1.call(input))));
        x = avgpool.call(layer2.call(layer1.call(x)));
        return fc.call(x.view(x.shape[0], -1));
    }

    private sealed class Block : nn.Module<Tensor, Tensor>
    {
        private readonly Conv2d conv1;
        private readonly BatchNorm2d bn1;
        private readonly ReLU relu = nn.ReLU(inplace: true);
        private readonly Conv2d conv2;
        private readonly BatchNorm2d bn2;
        private readonly Sequential? downsample;

        public Block(long from, long to, long stride)
            : base(nameof(Block))
        {
            conv1 = nn.Conv2d(from, to, 3, stride: stride, padding: 1, bias: false);
            bn1 = nn.BatchNorm2d(to);
            conv2 = nn.Conv2d(to, to, 3, padding: 1, bias: false);
            bn2 = nn.BatchNorm2d(to);
            downsample = stride == 1 && from == to
                ? null
                : nn.Sequential(("0", nn.Conv2d(from, to, 1, stride: stride, bias: false)), ("1", nn.BatchNorm2d(to)));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            var x = bn2.call(conv2.call(relu.call(bn1.call(conv1.call(input)))));
            x.add_(downsample is null ? input : downsample.call(input));
            return relu.call(x);
        }
    }
}
