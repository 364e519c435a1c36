using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Cifar10;

/// <summary>Two convolutions beside a shortcut.</summary>
internal sealed class BasicBlock : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> layers;
    private readonly Module<Tensor, Tensor> shortcut;
    private readonly ReLU relu1;

    public BasicBlock(string name, long in_planes, long planes, long stride)
        : base(name)
    {
        layers = Sequential(
            ("conv1", Conv2d(in_planes, planes, kernel_size: 3, stride: stride, padding: 1, bias: false)),
            ("bn1", BatchNorm2d(planes)),
            ("relu1", ReLU(inplace: true)),
            ("conv2", Conv2d(planes, planes, kernel_size: 3, stride: 1, padding: 1, bias: false)),
            ("bn2", BatchNorm2d(planes)));
        shortcut = stride != 1 || in_planes != planes
            ? Sequential(
                ("conv3", Conv2d(in_planes, planes, kernel_size: 1, stride: stride, bias: false)),
                ("bn3", BatchNorm2d(planes)))
            : Identity();
        relu1 = ReLU(inplace: true);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var x = layers.call(input);
        var y = shortcut.call(input);
        return relu1.call(x.add_(y));
    }
}
