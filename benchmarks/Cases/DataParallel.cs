using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Torchlight.Benchmarks.Peers;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Torchlight.Benchmarks.Cases;

/// <summary>A network trained by one process and by two that average their gradients, each process on one thread.</summary>
internal static class DataParallel
{
    private const int Batch = 8;
    private const int Pixels = 112;

    /// <summary>Seconds for so many steps of one process.</summary>
    public static double Alone(long iterations)
    {
        set_num_threads(1);
        using var net = torchvision.models.resnet18(num_classes: 10);
        return Steps(net, iterations);
    }

    /// <summary>Seconds for so many steps of this process beside another.</summary>
    public static double Pair(long iterations)
    {
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. Programs.Self(), "rank", port, $"{iterations}"]);
        using var other = Process.Start(start)!;
        var seconds = Rank(0, port, iterations);
        other.WaitForExit();
        return other.ExitCode == 0 ? seconds : throw new InvalidOperationException($"The second process ended with exit code {other.ExitCode}.");
    }

    /// <summary>The process beside the one that measures.</summary>
    public static int Second(string port, long iterations)
    {
        Rank(1, port, iterations);
        return 0;
    }

    private static double Rank(int rank, string port, long iterations)
    {
        set_num_threads(1);
        distributed.init_process_group("gloo", $"tcp://127.0.0.1:{port}", TimeSpan.FromMinutes(2), world_size: 2, rank: rank);
        try
        {
            using var net = torchvision.models.resnet18(num_classes: 10);
            using var replica = parallel.DistributedDataParallel(net);
            return Steps(replica, iterations);
        }
        finally
        {
            distributed.destroy_process_group();
        }
    }

    private static double Steps(Module<Tensor, Tensor> net, long iterations)
    {
        using var pictures = randn(Batch, 3, Pixels, Pixels);
        using var labels = randint(0, 10, [Batch], dtype: int64);
        var optimizer = optim.SGD(net.parameters(), 0.01, momentum: 0.9);
        Step();
        var start = Stopwatch.GetTimestamp();
        for (long i = 0; i < iterations; i++)
        {
            Step();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;

        void Step()
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            functional.cross_entropy(net.call(pictures), labels).backward();
            optimizer.step();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
