using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Torchlight.Benchmarks.Cases;

/// <summary>A training step of a small network: as much the library's work as the processor's.</summary>
internal static class MultilayerPerceptron
{
    public static double Steps(long iterations)
    {
        random.manual_seed(1);
        using var whole = NewDisposeScope();
        using var net = Sequential(Linear(784, 128), ReLU(), Linear(128, 64), ReLU(), Linear(64, 10));
        using var optimizer = optim.SGD(net.parameters(), 0.01);
        var loss = CrossEntropyLoss();
        var x = randn(64, 784);
        var y = randint(0, 10, [64], dtype: int64);
        var start = Stopwatch.GetTimestamp();
        for (long i = 0; i < iterations; i++)
        {
            using var step = NewDisposeScope();
            optimizer.zero_grad();
            loss.call(net.call(x), y).backward();
            optimizer.step();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
