using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SoundClassification.Training;

/// <summary>Two 3 x 3 convolutions and a way around them (He and others, 2015); the first may halve both axes.</summary>
internal sealed class ResidualBlock : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn2;
    private readonly Sequential? downsample;

    public ResidualBlock(int channels, int width, int stride)
        : base(nameof(ResidualBlock))
    {
        conv1 = Conv2d(channels, width, 3, stride: stride, padding: 1, bias: false);
        bn1 = BatchNorm2d(width);
        conv2 = Conv2d(width, width, 3, padding: 1, bias: false);
        bn2 = BatchNorm2d(width);
        if (stride != 1 || channels != width)
        {
            downsample = Sequential(Conv2d(channels, width, 1, stride: stride, bias: false), BatchNorm2d(width));
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var inner = functional.relu(bn1.call(conv1.call(x)), inplace: true);
        inner = bn2.call(conv2.call(inner));
        return functional.relu(inner.add_(downsample?.call(x) ?? x), inplace: true).MoveToOuterDisposeScope();
    }
}
