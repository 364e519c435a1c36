using System.Globalization;

namespace TorchSharp;

/// <summary>
/// One file of events, which TensorBoard reads while it grows. Events are kept until there are enough of them or some time has passed, and then
/// written whole: a program that is killed leaves a file that ends with a whole event.
/// </summary>
internal sealed class EventFile : IDisposable
{
    private const string Version = "brain.Event:2";
    private const int SessionStart = 1;

    private static int s_count;

    private readonly Lock gate = new();
    private readonly FileStream file;
    private readonly MemoryStream pending = new();
    private readonly Timer timer;
    private readonly int maxQueue;
    private int queued;
    private bool disposed;

    /// <param name="folder">Where; it is made if it is not there.</param>
    /// <param name="suffix">What the name ends in.</param>
    /// <param name="maxQueue">How many events are kept at most.</param>
    /// <param name="flushInterval">How long they are kept at most.</param>
    internal EventFile(string folder, string? suffix, int maxQueue, TimeSpan flushInterval)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxQueue, "max_queue");
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(flushInterval, TimeSpan.Zero, "flush_secs");
        Directory.CreateDirectory(folder);
        double now = Now();
        string name = string.Create(CultureInfo.InvariantCulture,
            $"events.out.tfevents.{(long)now:D10}.{Environment.MachineName}.{Environment.ProcessId}.{Interlocked.Increment(ref s_count) - 1}{suffix}");
        Path = System.IO.Path.Combine(folder, name);
        file = new FileStream(Path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        this.maxQueue = maxQueue;
        EventRecord.Write(pending, ProtoWriter.Write(e => e.Double(1, now).Text(3, Version)));
        Flush();
        timer = new Timer(static state => ((EventFile)state!).FlushQuietly(), this, flushInterval, flushInterval);
    }

    internal string Path { get; }

    /// <summary>What keeps a background flush from writing: it is told to the next caller.</summary>
    private IOException? Failure { get; set; }

    /// <summary>Seconds since 1970.</summary>
    internal static double Now() => (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds;

    /// <summary>Adds an event with values.</summary>
    internal void Add(Tensorboard.Summary summary, long? step, double? walltime)
    {
        byte[] values = ProtoWriter.Write(summary.Write);
        Add(walltime, step, e => e.Bytes(5, values));
    }

    /// <summary>Adds the graph of a model.</summary>
    internal void Add(ModelGraph graph)
    {
        byte[] nodes = graph.GraphDef;
        Add(null, null, e => e.Bytes(4, nodes));
        Add(null, null, e => e.Message(8, run => run.Text(1, "step1").Bytes(2, ModelGraph.RunMetadata)));
    }

    /// <summary>Says that what earlier files hold from a step on does not count: a run goes on from there.</summary>
    internal void Purge(long step)
    {
        Add(null, step, e => e.Text(3, Version));
        Add(null, step, e => e.Message(7, log => log.Integer(1, SessionStart)));
    }

    /// <summary>Hands everything to the operating system.</summary>
    internal void Flush()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, typeof(Modules.SummaryWriter));
            WriteOut();
        }
    }

    /// <summary>Flushes to the disk and closes. Doing so twice is allowed.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (disposed)
            {
                return;
            }

            disposed = true;
            timer.Dispose();
            try
            {
                WriteOut();
                file.Flush(flushToDisk: true);
            }
            finally
            {
                file.Dispose();
            }
        }
    }

    private void Add(double? walltime, long? step, Action<ProtoWriter> what)
    {
        byte[] record = ProtoWriter.Write(e =>
        {
            e.Double(1, walltime ?? Now());
            if (step is { } number)
            {
                e.Integer(2, number);
            }

            what(e);
        });
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, typeof(Modules.SummaryWriter));
            if (Failure is { } failure)
            {
                Failure = null;
                throw new IOException($"{Path} could not be written: {failure.Message}", failure);
            }

            EventRecord.Write(pending, record);
            if (++queued > maxQueue)
            {
                WriteOut();
            }
        }
    }

    private void FlushQuietly()
    {
        lock (gate)
        {
            if (disposed)
            {
                return;
            }

            try
            {
                WriteOut();
            }
            catch (IOException failure)
            {
                Failure = failure;
            }
        }
    }

    // What could not be written stays for the next time; a part that was is cut off, so that the file ends with a whole event.
    private void WriteOut()
    {
        long end = file.Position;
        try
        {
            file.Write(pending.GetBuffer(), 0, (int)pending.Length);
        }
        catch (IOException)
        {
            file.SetLength(end);
            file.Position = end;
            throw;
        }

        pending.SetLength(0);
        queued = 0;
    }
}
