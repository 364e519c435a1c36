namespace Lightning;

/// <summary>The "loops" entry of a checkpoint in the layout of Python's Lightning: its counters, written from the cursor and read when no cursor is there.</summary>
internal static class LoopStates
{
    internal static Dictionary<string, object?> Save(FitProgress progress, bool isLastBatch)
    {
        var cursor = progress.Cursor;
        var insideEpoch = cursor.Phase != LoopPhase.EpochStart;
        var begun = insideEpoch ? cursor.Epoch + 1 : cursor.Epoch;
        var processed = cursor.Phase == LoopPhase.EpochEnd ? begun : cursor.Epoch;
        var batchDone = cursor.Phase is LoopPhase.BatchDone or LoopPhase.Validation or LoopPhase.ValidationDone;
        var batches = batchDone ? cursor.Batch + 1 : cursor.Batch;
        var totalBatches = batchDone ? progress.TotalBatches + 1 : progress.TotalBatches;
        var epochs = Four(begun, begun, processed, cursor.Epoch);
        var fit = new Dictionary<string, object?>
        {
            ["state_dict"] = new Dictionary<string, object?>(),
            ["epoch_loop.state_dict"] = new Dictionary<string, object?> { ["_batches_that_stepped"] = progress.BatchesThatStepped },
            ["epoch_loop.batch_progress"] = new Dictionary<string, object?>
            {
                ["total"] = Four(totalBatches, totalBatches, totalBatches, totalBatches),
                ["current"] = Four(batches, batches, batches, batches),
                ["is_last_batch"] = isLastBatch,
            },
            ["epoch_loop.scheduler_progress"] = Pair(Two(0, 0)),
            ["epoch_loop.automatic_optimization.state_dict"] = new Dictionary<string, object?>(),
            ["epoch_loop.automatic_optimization.optim_progress"] = new Dictionary<string, object?>
            {
                ["optimizer"] = new Dictionary<string, object?>
                {
                    ["step"] = Pair(Two(progress.GlobalStep, progress.GlobalStep)),
                    ["zero_grad"] = Pair(Three(progress.GlobalStep, progress.GlobalStep, progress.GlobalStep)),
                },
            },
            ["epoch_loop.manual_optimization.state_dict"] = new Dictionary<string, object?>(),
            ["epoch_loop.manual_optimization.optim_step_progress"] = Pair(Two(0, 0)),
            ["epoch_loop.val_loop.state_dict"] = new Dictionary<string, object?>(),
            ["epoch_loop.val_loop.batch_progress"] = Idle(),
            ["epoch_progress"] = new Dictionary<string, object?> { ["total"] = epochs, ["current"] = new Dictionary<string, object?>(epochs) },
        };
        return new Dictionary<string, object?>
        {
            ["fit_loop"] = fit,
            ["validate_loop"] = Loop(),
            ["test_loop"] = Loop(),
            ["predict_loop"] = Loop(),
        };
    }

    /// <summary>Reads the counters of a checkpoint that has no cursor, as Python's Lightning writes it.</summary>
    internal static void Load(FitProgress progress, CheckpointFile checkpoint)
    {
        progress.GlobalStep = checkpoint.Number("global_step");
        var fit = Child(checkpoint.Section("loops"), "fit_loop");
        var epochs = Child(Child(fit, "epoch_progress"), "current");
        var batches = Child(fit, "epoch_loop.batch_progress");
        var epoch = (int)Count(epochs, "completed", checkpoint.Number("epoch"));
        progress.BatchesThatStepped = Count(Child(fit, "epoch_loop.state_dict"), "_batches_that_stepped", progress.GlobalStep);
        progress.TotalBatches = Count(Child(batches, "total"), "completed", progress.BatchesThatStepped);
        var done = (int)Count(Child(batches, "current"), "completed", 0);
        var epochOver = Count(epochs, "processed", epoch) > epoch || batches.GetValueOrDefault("is_last_batch") is true;
        progress.Cursor = epochOver
            ? new Cursor(epoch + 1, 0, LoopPhase.EpochStart)
            : new Cursor(epoch, done, done > 0 ? LoopPhase.Batch : LoopPhase.EpochStart);
    }

    private static IReadOnlyDictionary<string, object?> Child(IReadOnlyDictionary<string, object?> parent, string name) =>
        parent.GetValueOrDefault(name) as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>();

    private static long Count(IReadOnlyDictionary<string, object?> counters, string name, long fallback) =>
        counters.GetValueOrDefault(name) is long count ? count : fallback;

    private static Dictionary<string, object?> Loop() => new() { ["state_dict"] = new Dictionary<string, object?>(), ["batch_progress"] = Idle() };

    private static Dictionary<string, object?> Idle() => new() { ["total"] = Four(0, 0, 0, 0), ["current"] = Four(0, 0, 0, 0), ["is_last_batch"] = false };

    private static Dictionary<string, object?> Pair(Dictionary<string, object?> counters) =>
        new() { ["total"] = counters, ["current"] = new Dictionary<string, object?>(counters) };

    private static Dictionary<string, object?> Two(long ready, long completed) => new() { ["ready"] = ready, ["completed"] = completed };

    private static Dictionary<string, object?> Three(long ready, long completed, long started) =>
        new() { ["ready"] = ready, ["completed"] = completed, ["started"] = started };

    private static Dictionary<string, object?> Four(long ready, long started, long processed, long completed) =>
        new() { ["ready"] = ready, ["completed"] = completed, ["started"] = started, ["processed"] = processed };
}
