using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Lightning;

/// <summary>
/// Waits for the signal that a job's time is nearly over, and lets all processes agree on the batch before which they save: they learn of the signal at
/// different moments. They ask each other about once a second, not before every batch.
/// </summary>
internal sealed class RequeueWatch : IDisposable
{
    private readonly Strategy _strategy;
    private readonly PosixSignalRegistration _registration;
    private readonly Stopwatch _sinceVote = Stopwatch.StartNew();
    private volatile bool _asked;
    private long _batches;
    private long _nextVote = 1;

    internal RequeueWatch(Strategy strategy, PosixSignal signal)
    {
        _strategy = strategy;
        _registration = PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            _asked = true;
        });
    }

    /// <summary>Whether to save now; every process asks before every batch and gets the same answer.</summary>
    internal bool Due()
    {
        if (_strategy.world_size > 1)
        {
            return ++_batches >= _nextVote && Vote();
        }

        var due = _asked;
        _asked = false;
        return due;
    }

    public void Dispose() => _registration.Dispose();

    private bool Vote()
    {
        // Each says how many batches it trains in a second; negative when the signal has come.
        var pace = Math.Max(1, (long)(_batches / Math.Max(_sinceVote.Elapsed.TotalSeconds, 1e-3)));
        var votes = _strategy.all_gather_object(_asked ? -pace : pace).Select(vote => Convert.ToInt64(vote)).ToList();
        _nextVote = votes.Min(Math.Abs);
        _batches = 0;
        _sinceVote.Restart();
        if (!votes.Exists(vote => vote < 0))
        {
            return false;
        }

        _asked = false;
        return true;
    }
}
