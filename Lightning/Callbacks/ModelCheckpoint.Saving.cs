namespace Lightning;

// When a checkpoint is due, which one gives way, and the writing.
public sealed partial class ModelCheckpoint
{
    /// <inheritdoc/>
    public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx)
    {
        if (Skips(trainer))
        {
            return;
        }

        var stepDue = _everyNTrainSteps > 0 && trainer.global_step % _everyNTrainSteps == 0;
        // Clocks differ: rank 0's counts.
        var timeDue = _trainTimeInterval is { } interval && trainer.strategy.broadcast(DateTime.UtcNow - _lastTime >= interval);
        if (!stepDue && !timeDue)
        {
            return;
        }

        if (monitor is not null && !trainer.callback_metrics.ContainsKey(monitor) && trainer.Data.HasValidation)
        {
            // The metric comes with the next validation; the checkpoint waits for it.
            _deferred = true;
            return;
        }

        Save(trainer);
    }

    /// <inheritdoc/>
    public override void on_train_epoch_end(Trainer trainer, LightningModule pl_module)
    {
        if (!Skips(trainer) && SavesOnTrainEpochEnd(trainer) && EpochDue(trainer))
        {
            Save(trainer);
        }
    }

    /// <inheritdoc/>
    public override void on_validation_end(Trainer trainer, LightningModule pl_module)
    {
        if (!Skips(trainer) && (_deferred || (!SavesOnTrainEpochEnd(trainer) && EpochDue(trainer))))
        {
            _deferred = false;
            Save(trainer);
        }
    }

    private bool EpochDue(Trainer trainer) => _everyNEpochs > 0 && (trainer.current_epoch + 1) % _everyNEpochs == 0;

    private bool Skips(Trainer trainer) =>
        trainer.fast_dev_run.Enabled || trainer.stage != TrainerStage.Fit || trainer.sanity_checking || _lastStepSaved == trainer.global_step;

    private bool SavesOnTrainEpochEnd(Trainer trainer) =>
        _onTrainEpochEnd ?? (!trainer.Data.HasValidation || (trainer.check_val_every_n_epoch == 1 && trainer.val_check_interval.IsEpochEnd));

    /// <inheritdoc/>
    public override void on_train_start(Trainer trainer, LightningModule pl_module) => _training = true;

    /// <inheritdoc/>
    public override void on_train_end(Trainer trainer, LightningModule pl_module) => _training = false;

    /// <inheritdoc/>
    public override void on_exception(Trainer trainer, LightningModule pl_module, Exception exception)
    {
        if (!_training || !_onException || trainer.fast_dev_run.Enabled || trainer.sanity_checking)
        {
            return;
        }

        _training = false;
        var name = Path.GetFileName(_name.In(_folder!, Metrics(trainer), except: null));
        SaveAfter(exception, trainer, Path.Combine(_folder!, $"exception-{name}"), _weightsOnly);
    }

    private void Save(Trainer trainer)
    {
        _lastTime = DateTime.UtcNow;
        string? written = null;
        SavedCheckpoint? giveWay = null;
        if (save_top_k != 0)
        {
            (written, giveWay) = SaveTop(trainer);
        }

        if (save_last)
        {
            SaveLastFile(trainer, written);
        }

        // Behind the new "last", which may have linked to it.
        if (trainer.is_global_zero)
        {
            Delete(trainer, giveWay, written);
        }
    }

    private (string? Written, SavedCheckpoint? GivesWay) SaveTop(Trainer trainer)
    {
        var metrics = Metrics(trainer);
        var score = Score(trainer);
        SavedCheckpoint? giveWay = null;
        if (monitor is null)
        {
            giveWay = save_top_k == 1 ? _best.FirstOrDefault() : null;
        }
        else if (save_top_k > 0 && _best.Count >= save_top_k)
        {
            giveWay = Worst();
            if (giveWay is not null && !Better(score!.Value, giveWay.Score!.Value))
            {
                return default;
            }
        }

        // The file that the run goes on from stays, so its name stays taken.
        var reusable = giveWay?.Path == trainer.ResumedFrom ? null : giveWay?.Path;
        var path = trainer.strategy.broadcast(_name.In(_folder!, metrics, except: reusable));
        current_score = score;
        if (giveWay is not null)
        {
            _best.Remove(giveWay);
        }

        _best.Add(new SavedCheckpoint(path, score));
        if (monitor is null || best_model_score is null || Better(score!.Value, best_model_score.Value))
        {
            _bestModelPath = path;
            best_model_score = score;
        }

        Write(trainer, path);
        return (path, giveWay);
    }

    /// <summary>Brings "last" up to the present step: by a link where the file just written holds it, else by a file of its own.</summary>
    private void SaveLastFile(Trainer trainer, string? written)
    {
        var before = _lastModelPath;
        _lastModelPath = trainer.strategy.broadcast(_lastName.In(_folder!, Metrics(trainer), except: before));
        if (!save_last.Link || written is null)
        {
            Write(trainer, _lastModelPath);
        }
        else if (trainer.is_global_zero)
        {
            LinkedFile.Make(_lastModelPath, written);
        }
    }

    private void Write(Trainer trainer, string path)
    {
        trainer.save_checkpoint(path, _weightsOnly);
        _lastStepSaved = trainer.global_step;
        foreach (var logger in trainer.is_global_zero ? trainer.loggers : [])
        {
            logger.after_save_checkpoint(this);
        }

        if (_verbose)
        {
            L.rank_zero_info($"Checkpoint written: {path}");
        }
    }

    private void Delete(Trainer trainer, SavedCheckpoint? old, string? kept)
    {
        // Only files of this callback's own folder are deleted, and not the one that the run goes on from.
        if (old is not null && old.Path != kept && old.Path != trainer.ResumedFrom && IsInside(old.Path, _folder!))
        {
            trainer.checkpoint_io.remove_checkpoint(old.Path);
        }
    }

    private static bool IsInside(string path, string folder)
    {
        var relative = Path.GetRelativePath(folder, path);
        return !Path.IsPathRooted(relative) && relative != ".." && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
    }

    private double? Score(Trainer trainer)
    {
        if (monitor is null)
        {
            return null;
        }

        var metrics = trainer.callback_metrics;
        return metrics.TryGetValue(monitor, out var value)
            ? trainer.strategy.broadcast(value.item())
            : throw new MisconfigurationException(
                $"ModelCheckpoint monitors \"{monitor}\", which was not logged; logged were: {MetricDictionary.Names(metrics)}. Log it, or change monitor:.");
    }

    private static Dictionary<string, double> Metrics(Trainer trainer)
    {
        var metrics = trainer.callback_metrics.ToDictionary(pair => pair.Key, pair => pair.Value.item());
        metrics["epoch"] = trainer.current_epoch;
        metrics["step"] = trainer.global_step;
        return metrics;
    }

    // Not a number is worse than everything.
    private bool Better(double value, double than) =>
        !double.IsNaN(value) && (double.IsNaN(than) || (_larger ? value > than : value < than));

    private SavedCheckpoint? Worst()
    {
        SavedCheckpoint? worst = null;
        foreach (var item in _best)
        {
            if (item.Score is { } score && (worst is null || Better(worst.Score!.Value, score)))
            {
                worst = item;
            }
        }

        return worst;
    }
}
