using System.Diagnostics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Torchlight.Benchmarks.Cases;

/// <summary>A training step where libtorch's kernels do nearly all the work: we must not be in their way.</summary>
internal sealed class ResNetStep : IDisposable
{
    private readonly ResNet _net;
    private readonly optim.Optimizer _optimizer;
    private readonly Tensor _pictures;
    private readonly Tensor _labels;

    private ResNetStep()
    {
        random.manual_seed(1);
        _net = torchvision.models.resnet18(num_classes: 10);
        _optimizer = optim.SGD(_net.parameters(), 0.01, momentum: 0.9);
        _pictures = randn(8, 3, 224, 224);
        _labels = randint(0, 10, [8], dtype: int64);
    }

    public static ResNetStep Create() => new();

    public static double Steps(long iterations)
    {
        using var resnet = Create();
        resnet.Take();
        var start = Stopwatch.GetTimestamp();
        for (long i = 0; i < iterations; i++)
        {
            resnet.Take();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Take()
    {
        using var step = NewDisposeScope();
        _optimizer.zero_grad();
        functional.cross_entropy(_net.call(_pictures), _labels).backward();
        _optimizer.step();
    }

    public void Dispose()
    {
        _net.Dispose();
        _optimizer.Dispose();
        _pictures.Dispose();
        _labels.Dispose();
    }
}
