using Torchlight.Benchmarks.Peers;

namespace Torchlight.Benchmarks;

/// <summary>Takes samples of several sides by turns, so that what disturbs the machine disturbs all of them, and answers with medians.</summary>
internal sealed class Measurement(Programs programs, int rounds)
{
    private const double SecondsPerTurn = 0.2;

    public bool Has(Side side) => programs.Has(side);

    /// <summary>The median seconds per iteration of each side that can run here.</summary>
    /// <param name="name">The case.</param>
    /// <param name="threads">How many threads the sides may use.</param>
    /// <param name="sides">Who takes part.</param>
    /// <param name="argument">What else the case needs.</param>
    public Dictionary<Side, double> PerIteration(string name, int threads, ReadOnlySpan<Side> sides, string? argument = null) =>
        ByTurns([.. sides.ToArray().Where(programs.Has).Select(side => (side, side, name))], threads, argument);

    /// <summary>The median seconds per iteration of several of our own cases.</summary>
    public Dictionary<string, double> Ours(int threads, params ReadOnlySpan<string> names) =>
        ByTurns([.. names.ToArray().Select(name => (name, Side.Ours, name))], threads, argument: null);

    /// <summary>Median seconds and peak megabytes of a case that gets a process of its own each time.</summary>
    public Dictionary<Side, (double Seconds, double Megabytes)> Once(string name, int threads, params ReadOnlySpan<Side> sides) =>
        Once(name, threads, null, sides);

    /// <summary>Median seconds and peak megabytes of a case that gets a process of its own each time, told what else it needs.</summary>
    public Dictionary<Side, (double Seconds, double Megabytes)> Once(string name, int threads, string? argument, params ReadOnlySpan<Side> sides)
    {
        var samples = sides.ToArray().Where(programs.Has).ToDictionary(side => side, _ => new List<(double Seconds, double Megabytes)>());
        for (var round = 0; round < Math.Min(rounds, 5); round++)
        {
            foreach (var (side, taken) in samples)
            {
                taken.Add(programs.Once(side, name, threads, argument));
            }
        }

        return samples.ToDictionary(
            entry => entry.Key,
            entry => (Median([.. entry.Value.Select(sample => sample.Seconds)]), Median([.. entry.Value.Select(sample => sample.Megabytes)])));
    }

    private Dictionary<TKey, double> ByTurns<TKey>((TKey Key, Side Side, string Name)[] runs, int threads, string? argument)
        where TKey : notnull
    {
        // The first runs warm up (tiering, caches) and find how many iterations fill a turn.
        var iterations = runs.ToDictionary(run => run.Key, run => Calibrate(programs.Peer(run.Side, threads), run.Name, argument));
        var samples = runs.ToDictionary(run => run.Key, _ => new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (key, side, name) in runs)
            {
                samples[key].Add(programs.Peer(side, threads).Seconds(name, iterations[key], argument) / iterations[key]);
            }
        }

        return samples.ToDictionary(entry => entry.Key, entry => Median(entry.Value));
    }

    private static long Calibrate(PeerProcess peer, string name, string? argument)
    {
        long iterations = 1;
        for (var warm = 0; ;)
        {
            var seconds = peer.Seconds(name, iterations, argument);
            if (seconds >= SecondsPerTurn / 2 && ++warm == 2)
            {
                return iterations;
            }

            if (seconds < SecondsPerTurn / 2)
            {
                iterations = Math.Max(iterations + 1, (long)(iterations * Math.Clamp(SecondsPerTurn / Math.Max(seconds, 1e-7), 1, 20)));
            }
        }
    }

    private static double Median(List<double> samples)
    {
        samples.Sort();
        return (samples[samples.Count / 2] + samples[(samples.Count - 1) / 2]) / 2;
    }
}
