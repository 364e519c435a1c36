using System.Diagnostics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Torchlight.Gpu;

/// <summary>What peer.py does as well, line for line.</summary>
internal static class Cases
{
    private const int Warm = 5;

    /// <param name="words">A case, how many iterations, the device, the batch, and the side of the pictures.</param>
    /// <returns>How long the iterations took, in seconds.</returns>
    public static double Seconds(string[] words)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        backends.cudnn.benchmark = true;
        var (iterations, device, batch, side) = (int.Parse(words[1]), torch.device(words[2]), long.Parse(words[3]), long.Parse(words[4]));
        return words[0] switch
        {
            "mlp" => Mlp(iterations, device, batch),
            "train" => TrainResNet(iterations, device, batch, side),
            "infer" => AskResNet(iterations, device, batch, side),
            _ => throw new ArgumentException($"there is no case {words[0]}"),
        };
    }

    private static double Mlp(int iterations, Device device, long batch)
    {
        using var net = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 64), nn.ReLU(), nn.Linear(64, 10));
        net.to(device);
        using var optimizer = optim.SGD(net.parameters(), 0.01);
        var (x, y) = (randn(batch, 784, device: device), randint(0, 10, [batch], dtype: int64, device: device));
        return Timed(iterations, device, () =>
        {
            optimizer.zero_grad();
            nn.functional.cross_entropy(net.call(x), y).backward();
            optimizer.step();
        });
    }

    private static double TrainResNet(int iterations, Device device, long batch, long side)
    {
        using var net = torchvision.models.resnet50();
        net.to(device);
        using var optimizer = optim.SGD(net.parameters(), 0.1, momentum: 0.9);
        var (x, y) = (Pictures(device, batch, side), randint(0, 1000, [batch], dtype: int64, device: device));
        return Timed(iterations, device, () =>
        {
            optimizer.zero_grad();
            Tensor loss;
            using (autocast(device.type, ScalarType.BFloat16))
            {
                loss = nn.functional.cross_entropy(net.call(x), y);
            }

            loss.backward();
            optimizer.step();
        });
    }

    private static double AskResNet(int iterations, Device device, long batch, long side)
    {
        using var net = torchvision.models.resnet50();
        net.to(device);
        net.eval();
        using var quiet = no_grad();
        var x = Pictures(device, batch, side);
        return Timed(iterations, device, () =>
        {
            using (autocast(device.type, ScalarType.BFloat16))
            {
                net.call(x);
            }
        });
    }

    private static Tensor Pictures(Device device, long batch, long side) =>
        randn(batch, 3, side, side, device: device).contiguous(MemoryFormat.ChannelsLast);

    private static double Timed(int iterations, Device device, Action step)
    {
        for (var i = 0; i < Warm; i++)
        {
            Take(step);
        }

        Wait(device);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < iterations; i++)
        {
            Take(step);
        }

        Wait(device);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Take(Action step)
    {
        using var scope = NewDisposeScope();
        step();
    }

    private static void Wait(Device device)
    {
        if (device.type == DeviceType.CUDA)
        {
            cuda.synchronize();
        }
    }
}
