using System.Diagnostics;

namespace Fuzzing;

/// <summary>What the process holds, over the course of a run: flat means that the whole run's peak is near that of its first fifth.</summary>
internal sealed class MemoryWatch
{
    // Memory is compared with what it was once everything had been used for a while.
    private const double WarmUp = 0.2;

    // What allocators keep for later goes up and down by some tens of megabytes.
    private const long Slack = 96L << 20;

    private long _level;
    private long _highest;

    /// <summary>Whether memory was flat.</summary>
    public bool Flat => _highest <= _level + Slack;

    /// <summary>Looks at what the process holds now.</summary>
    /// <param name="done">How much of the run is done, from 0 to 1.</param>
    /// <returns>The bytes.</returns>
    public long Look(double done)
    {
        using var self = Process.GetCurrentProcess();
        var held = self.WorkingSet64;
        if (done < WarmUp)
        {
            _level = Math.Max(_level, held);
        }

        _highest = Math.Max(_highest, held);
        return held;
    }

    public override string ToString() => $"{_level >> 20} MB at most in the first fifth, {_highest >> 20} MB at most in all";
}
