using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Mnist;

/// <summary>Two convolutions and two linear layers: (N, 1, 28, 28) to the logarithms of ten probabilities.</summary>
internal sealed class Network : Module<Tensor, Tensor>
{
    private readonly Conv2d conv1 = Conv2d(1, 16, 3);
    private readonly Conv2d conv2 = Conv2d(16, 32, 3);
    private readonly Linear fc1 = Linear(4608, 64);
    private readonly Linear fc2 = Linear(64, 10);

    // Layers without parameters are registered likewise: train() and eval() reach them so.
    private readonly MaxPool2d pool1 = MaxPool2d(kernel_size: new long[] { 2, 2 });
    private readonly ReLU relu1 = ReLU();
    private readonly ReLU relu2 = ReLU();
    private readonly ReLU relu3 = ReLU();
    private readonly Dropout dropout1 = Dropout(0.25);
    private readonly Dropout dropout2 = Dropout(0.5);
    private readonly Flatten flatten = Flatten();
    private readonly LogSoftmax logsm = LogSoftmax(1);

    public Network(string name, Device? device = null)
        : base(name)
    {
        RegisterComponents();
        if (device is not null && device.type != DeviceType.CPU)
        {
            this.to(device);
        }
    }

    public override Tensor forward(Tensor input)
    {
        var l11 = conv1.call(input);
        var l12 = relu1.call(l11);
        var l21 = conv2.call(l12);
        var l22 = relu2.call(l21);
        var l23 = pool1.call(l22);
        var l24 = dropout1.call(l23);
        var x = flatten.call(l24);
        var l31 = fc1.call(x);
        var l32 = relu3.call(l31);
        var l33 = dropout2.call(l32);
        var l41 = fc2.call(l33);
        return logsm.call(l41);
    }
}
