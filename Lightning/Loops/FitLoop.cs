namespace Lightning;

/// <summary>The epochs of a fit, from wherever the cursor stands.</summary>
internal sealed class FitLoop(Trainer trainer, TrainingEpochLoop epochLoop)
{
    private bool _first;

    private FitProgress Progress => trainer.Progress;

    /// <summary>Whether there is anything to train at all.</summary>
    internal bool HasWork => !trainer.limit_train_batches.IsZero && trainer.max_epochs != 0 && trainer.max_steps != 0;

    internal void Run(LoaderSource train)
    {
        // What on_train_start logs belongs to the first epoch; of a checkpoint written between two epochs nothing does.
        _first = true;
        if (Progress.Cursor.Phase == LoopPhase.EpochStart)
        {
            trainer.Metrics.Training.Reset();
        }

        trainer.Hooks.Run(Hook.on_train_start);
        while (!Done())
        {
            RunEpoch(train);
        }

        trainer.Hooks.Run(Hook.on_train_end);
    }

    /// <summary>Whether a wish to stop may be followed: the minimal epochs and steps are done.</summary>
    internal bool CanStopEarly(int epochsDone) => epochsDone >= trainer.min_epochs && Progress.GlobalStep >= (trainer.min_steps ?? 0);

    private void RunEpoch(LoaderSource train)
    {
        if (Progress.Cursor.Phase == LoopPhase.EpochStart)
        {
            if (!_first)
            {
                trainer.Metrics.Training.Reset();
            }

            trainer.ReloadLoadersIfDue();
            train = trainer.Data.Train!;
            Progress.Cursor = Progress.Cursor with { Batch = 0, Phase = LoopPhase.Batch };
            epochLoop.BeginEpoch();
            trainer.Hooks.Run(Hook.on_train_epoch_start);
        }

        _first = false;
        if (Progress.Cursor.Phase != LoopPhase.EpochEnd)
        {
            using (trainer.Measure("run_training_epoch"))
            {
                epochLoop.Run(train, this);
            }

            Progress.Cursor = Progress.Cursor with { Phase = LoopPhase.EpochEnd };
            EndHooks();
        }
        else
        {
            // Resumed from a checkpoint that was written by one of the end hooks: they have run.
            epochLoop.RestoreRandomState();
        }

        trainer.Schedulers.StepPlateau("epoch", Progress.Cursor.Epoch);
        trainer.Metrics.SyncEpoch(trainer.Metrics.Training);
        trainer.Metrics.SendEpoch(trainer.Metrics.Training, Math.Max(Progress.BatchesThatStepped - 1, 0));
        trainer.history.Add(new EpochMetrics(Progress.Cursor.Epoch, Progress.GlobalStep, trainer.Metrics.TakeEpoch()));
        Progress.Cursor = new Cursor(Progress.Cursor.Epoch + 1, 0, LoopPhase.EpochStart);
    }

    private void EndHooks()
    {
        var metrics = trainer.Metrics;
        metrics.SetBatch(null);
        FlushAll();
        metrics.EpochReached = true;
        trainer.Hooks.TrainEpochEnd(beforeMonitors: FlushAll);
        metrics.EpochReached = false;

        // A stop that one process asks for stops all of them.
        trainer.should_stop = trainer.strategy.reduce_boolean_decision(trainer.should_stop, all: false);

        void FlushAll()
        {
            metrics.SyncEpoch(metrics.Training);
            metrics.FlushEpoch(metrics.Training);
        }
    }

    private bool Done()
    {
        // A cursor inside an epoch is finished first: the epoch's end may still be due.
        if (Progress.Cursor.Phase != LoopPhase.EpochStart)
        {
            return false;
        }

        var epoch = Progress.Cursor.Epoch;
        if (trainer.max_steps >= 0 && Progress.GlobalStep >= trainer.max_steps)
        {
            L.rank_zero_info($"`Trainer.fit` stopped: `max_steps={trainer.max_steps}` reached.");
            return true;
        }

        if (trainer.max_epochs >= 0 && epoch >= trainer.max_epochs)
        {
            L.rank_zero_info($"`Trainer.fit` stopped: `max_epochs={trainer.max_epochs}` reached.");
            return true;
        }

        if (!trainer.should_stop)
        {
            return false;
        }

        if (CanStopEarly(epoch))
        {
            return true;
        }

        trainer.Metrics.WarnOnce(
            $"A stop was asked for before the minimum of {trainer.min_epochs} epochs and {trainer.min_steps ?? 0} steps; training goes on until then.");
        return false;
    }
}
