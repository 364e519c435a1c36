using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Cifar10;

/// <summary>A residual network (He et al., 2015) for small pictures: (N, 3, 32, 32) to ten scores.</summary>
internal sealed class ResNet : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> layers;
    private long in_planes = 16;

    public ResNet(string name, int[] num_blocks, int num_classes, Device? device = null)
        : base(name)
    {
        var modules = new List<(string, Module<Tensor, Tensor>)>();
        modules.Add(("conv1", Conv2d(3, 16, kernel_size: 3, stride: 1, padding: 1, bias: false)));
        modules.Add(("bn1", BatchNorm2d(16)));
        modules.Add(("relu1", ReLU(inplace: true)));
        MakeLayer(modules, "layer1", 16, num_blocks[0], 1);
        MakeLayer(modules, "layer2", 32, num_blocks[1], 2);
        MakeLayer(modules, "layer3", 64, num_blocks[2], 2);
        modules.Add(("avgpool", AdaptiveAvgPool2d(new long[] { 1, 1 })));
        modules.Add(("flatten", Flatten()));
        modules.Add(("linear", Linear(64, num_classes)));
        layers = Sequential(modules);
        RegisterComponents();
        if (device is not null && device.type != DeviceType.CPU)
        {
            this.to(device);
        }
    }

    public override Tensor forward(Tensor input) => layers.call(input);

    private void MakeLayer(List<(string, Module<Tensor, Tensor>)> modules, string name, long planes, int blocks, long stride)
    {
        for (var i = 0; i < blocks; i++)
        {
            modules.Add(($"{name}-{i}", new BasicBlock($"{name}-{i}", in_planes, planes, i == 0 ? stride : 1)));
            in_planes = planes;
        }
    }
}
