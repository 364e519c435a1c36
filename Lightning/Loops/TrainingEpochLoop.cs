using System.Diagnostics;

namespace Lightning;

/// <summary>The batches of one training epoch, from wherever the cursor stands: train, log, validate when due.</summary>
internal sealed class TrainingEpochLoop(Trainer trainer, AutomaticOptimization automatic)
{
    private readonly Stopwatch _sinceValidation = new();
    private BatchFeed? _feed;
    private RandomState? _epochState;
    private RandomState? _resumeState;
    private object? _resumeLoader;
    private long? _validateEvery;

    private FitProgress Progress => trainer.Progress;

    /// <summary>The batch under way is the epoch's last.</summary>
    internal bool IsLastBatch { get; private set; }

    /// <summary>The random state at the beginning of the epoch, from which a loader without state of its own is replayed.</summary>
    internal RandomState? EpochRandomState => _epochState;

    /// <summary>The random state at the beginning of the validation under way.</summary>
    internal RandomState? ValidationRandomState { get; private set; }

    /// <summary>The accumulation window under way.</summary>
    internal AccumulationWindow Window => automatic.Window;

    /// <summary>Whether gradients wait for further batches. Under manual optimization only the module knows, so they may always.</summary>
    internal bool InsideWindow
    {
        get
        {
            var cursor = Progress.Cursor;
            if (cursor.Phase is LoopPhase.EpochStart or LoopPhase.EpochEnd)
            {
                return false;
            }

            if (!trainer.Module.automatic_optimization)
            {
                return true;
            }

            var begun = cursor.Phase == LoopPhase.Batch;
            return begun ? cursor.Batch % trainer.accumulate_grad_batches != 0 : automatic.InsideWindow(cursor.Batch, IsLastBatch);
        }
    }

    /// <summary>The loader's own state, or null when it has none or none is under way.</summary>
    internal object? LoaderState => _feed?.SaveState(Done);

    /// <summary>The batches of the epoch that are trained; one that was fetched and failed is not.</summary>
    private int Done => Progress.Cursor.Phase == LoopPhase.Batch ? Progress.Cursor.Batch : Progress.Cursor.Batch + 1;

    /// <summary>A new epoch begins: its loader has not been opened.</summary>
    internal void BeginEpoch()
    {
        RestoreRandomState();
        _epochState?.Dispose();
        _epochState = null;
    }

    /// <summary>Learns from a checkpoint where the generators and the loader stood; used when the loop goes on.</summary>
    internal void Resume(RandomState? now, RandomState? epochStart, object? loader)
    {
        _resumeState = now;
        _epochState?.Dispose();
        _epochState = epochStart;
        _resumeLoader = loader;
    }

    /// <summary>Puts the generators where the checkpoint left them.</summary>
    internal void RestoreRandomState()
    {
        _resumeState?.Restore(trainer.accelerator);
        _resumeState?.Dispose();
        _resumeState = null;
    }

    internal void Run(LoaderSource train, FitLoop fit)
    {
        _validateEvery = trainer.val_check_interval.Batches(train.Batches, trainer.check_val_every_n_epoch);
        _sinceValidation.Start();
        _feed = Open(train);
        try
        {
            while (true)
            {
                if (Progress.Cursor.Phase == LoopPhase.Batch)
                {
                    if (StopNow(fit) || !TrainNext(_feed))
                    {
                        return;
                    }
                }

                Complete(fit);
            }
        }
        finally
        {
            IsLastBatch = false;
            _feed.Dispose();
            _feed = null;
        }
    }

    private BatchFeed Open(LoaderSource train)
    {
        var cursor = Progress.Cursor;
        if (_epochState is null)
        {
            RestoreRandomState();
            _epochState = RandomState.Capture(trainer.accelerator);
        }
        else if (_resumeLoader is null)
        {
            // A loader that keeps no state is asked for the same order again, then run past what is done.
            _epochState.Restore(trainer.accelerator);
        }

        LoaderStates.SetEpoch(train.Loader, cursor.Epoch);
        var feed = train.Open();
        feed.Resume(Done, _resumeLoader);
        _resumeLoader = null;
        IsLastBatch = feed.IsLast;
        RestoreRandomState();
        return feed;
    }

    private bool StopNow(FitLoop fit)
    {
        trainer.ThrowIfInterrupted();
        trainer.RequeueIfAsked();
        return (trainer.max_steps >= 0 && Progress.GlobalStep >= trainer.max_steps)
            || (trainer.should_stop && fit.CanStopEarly(Progress.Cursor.Epoch));
    }

    /// <summary>Trains the next batch, up to and with <c>on_train_batch_end</c>; false when there is none or the module ends the epoch here.</summary>
    private bool TrainNext(BatchFeed feed)
    {
        using var scope = Fetch(feed);
        if (scope is null)
        {
            if (Progress.Cursor.Batch == 0)
            {
                throw new MisconfigurationException(
                    $"The training loader yielded no batch in epoch {Progress.Cursor.Epoch}. What can be enumerated only once is empty from the second epoch on: "
                    + "pass a loader or collection that begins anew each time.");
            }

            return false;
        }

        IsLastBatch = feed.IsLast;
        var index = Progress.Cursor.Batch;
        var batch = trainer.Transfer(feed.Current, loader: 0);
        trainer.Metrics.SetBatch(batch);
        if (!trainer.Hooks.TrainBatchStart(batch, index))
        {
            return false;
        }

        object? outputs;
        if (trainer.Module.automatic_optimization)
        {
            using (trainer.Measure("run_training_batch"))
            {
                outputs = automatic.Run(batch, index, IsLastBatch, trainer.Data.Train!.Batches);
            }

            StepTimedSchedulers(index);
        }
        else
        {
            trainer.Anomalies?.Begin($"batch {index}");
            outputs = trainer.Hooks.TrainingStep(batch, index, optimizer: 0);
        }

        Progress.Cursor = Progress.Cursor with { Phase = LoopPhase.BatchDone };
        trainer.Hooks.TrainBatchEnd(outputs, batch, index);
        return true;
    }

    private DisposeScope? Fetch(BatchFeed feed)
    {
        using var span = trainer.Measure("[_TrainingEpochLoop].train_dataloader_next");
        return feed.Next();
    }

    private void StepTimedSchedulers(int index)
    {
        if (!automatic.InsideWindow(index, IsLastBatch))
        {
            trainer.Schedulers.StepTimed("step", index);
        }

        if (IsLastBatch)
        {
            trainer.Schedulers.StepTimed("epoch", Progress.Cursor.Epoch);
        }
    }

    /// <summary>What follows a trained batch: step metrics to the loggers, validation if due, plateau schedulers.</summary>
    private void Complete(FitLoop fit)
    {
        var index = Progress.Cursor.Batch;
        var insideWindow = trainer.Module.automatic_optimization && automatic.InsideWindow(index, IsLastBatch);
        if (Progress.Cursor.Phase == LoopPhase.BatchDone)
        {
            if (!insideWindow && LogDue())
            {
                trainer.Metrics.SyncTrainStep();
                trainer.Metrics.SendTrainStep(Progress.BatchesThatStepped);
            }

            trainer.Metrics.SetBatch(null);
        }

        if (Progress.Cursor.Phase == LoopPhase.Validation || (Progress.Cursor.Phase == LoopPhase.BatchDone && ValidationDue(index, fit)))
        {
            Progress.Cursor = Progress.Cursor with { Phase = LoopPhase.Validation };
            using (ValidationRandomState = RandomState.Capture(trainer.accelerator))
            {
                trainer.ValidateInFit(clearGradients: !insideWindow);
            }

            ValidationRandomState = null;
            _sinceValidation.Restart();
        }

        if (trainer.Module.automatic_optimization && !insideWindow)
        {
            trainer.Schedulers.StepPlateau("step", index);
        }

        if (!insideWindow)
        {
            Progress.BatchesThatStepped++;
        }

        Progress.TotalBatches++;
        Progress.Cursor = Progress.Cursor with { Batch = index + 1, Phase = LoopPhase.Batch };
    }

    private bool LogDue() => trainer.log_every_n_steps > 0
        && ((Progress.BatchesThatStepped + 1) % trainer.log_every_n_steps == 0 || trainer.should_stop);

    private bool ValidationDue(int index, FitLoop fit)
    {
        if (!trainer.Data.HasValidation)
        {
            return false;
        }

        if (trainer.check_val_every_n_epoch is { } every && (Progress.Cursor.Epoch + 1) % every != 0)
        {
            return false;
        }

        if (trainer.val_check_interval.Time is { } time)
        {
            return _sinceValidation.Elapsed >= time;
        }

        if (_validateEvery is not { } interval)
        {
            return IsLastBatch;
        }

        if (trainer.should_stop && fit.CanStopEarly(Progress.Cursor.Epoch))
        {
            return true;
        }

        var count = trainer.check_val_every_n_epoch is null ? Progress.TotalBatches : index;
        return (count + 1) % interval == 0;
    }
}
