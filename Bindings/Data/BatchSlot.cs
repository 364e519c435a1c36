namespace TorchSharp;

/// <summary>A batch on its way from a worker to the consumer.</summary>
internal sealed class BatchSlot<S>(BatchJob<S> job, Cancellation cancellation)
{
    private readonly TaskCompletionSource<LoadedBatch<S>?> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Lane => job.Lane;

    /// <summary>Runs on a worker.</summary>
    public void Run()
    {
        if (cancellation.Requested)
        {
            _result.SetResult(null);
            return;
        }
        try
        {
            _result.SetResult(job.Run());
        }
        catch (Exception exception)
        {
            // The consumer throws it, with this thread's stack, when it gets to this batch.
            _result.SetException(exception);
        }
    }

    /// <summary>Waits for the batch; throws what the worker threw.</summary>
    public LoadedBatch<S>? Wait() => _result.Task.GetAwaiter().GetResult();

    /// <summary>Waits for the worker to be done with an abandoned batch and drops what it made; nobody is left to hear of its failure.</summary>
    public void Abandon()
    {
        var done = _result.Task;
        ((IAsyncResult)done).AsyncWaitHandle.WaitOne();
        if (done.IsCompletedSuccessfully)
        {
            done.Result?.Dispose();
        }
        else
        {
            GC.KeepAlive(done.Exception);
        }
    }
}

/// <summary>Tells the workers that an enumeration is over. An object of its own, so that queued work does not hold on to the enumeration.</summary>
internal sealed class Cancellation
{
    private volatile bool _requested;

    public bool Requested => _requested;

    public void Request() => _requested = true;
}
