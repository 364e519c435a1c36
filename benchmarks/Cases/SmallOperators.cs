using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Benchmarks.Cases;

/// <summary>Operators so small that the way to them is what counts.</summary>
internal static class SmallOperators
{
    public static double Add(long iterations)
    {
        using var a = ones(2, 2);
        using var b = ones(2, 2);
        var start = Stopwatch.GetTimestamp();
        for (long i = 0; i < iterations; i++)
        {
            (a + b).Dispose();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public static double AddUndisposed(long iterations)
    {
        using var a = ones(2, 2);
        using var b = ones(2, 2);
        var start = Stopwatch.GetTimestamp();
        for (long i = 0; i < iterations; i++)
        {
            _ = a + b;
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public static double AddScalar(long iterations)
    {
        using var x = ones(2, 2);
        var start = Stopwatch.GetTimestamp();
        for (long i = 0; i < iterations; i++)
        {
            (x + 1.0f).Dispose();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public static double Item(long iterations)
    {
        using var x = tensor(1.0f);
        var sum = 0f;
        var start = Stopwatch.GetTimestamp();
        for (long i = 0; i < iterations; i++)
        {
            sum += x.item<float>();
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return sum > 0 ? seconds : throw new InvalidOperationException("item() read nothing.");
    }

    public static double Shape(long iterations)
    {
        using var x = ones(2, 2);
        long sum = 0;
        var start = Stopwatch.GetTimestamp();
        for (long i = 0; i < iterations; i++)
        {
            sum += x.shape[0];
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return sum > 0 ? seconds : throw new InvalidOperationException("shape read nothing.");
    }
}
