namespace Lightning;

/// <summary>One pass over the validation or test loaders; validation inside a fit and the entry points run the same code.</summary>
internal sealed class EvaluationLoop(Trainer trainer)
{
    /// <summary>Runs all loaders and returns their metrics.</summary>
    /// <param name="kind">Validation or test.</param>
    /// <param name="loaders">The loaders, in their order.</param>
    /// <param name="limit">A further limit of batches per loader, for the sanity check.</param>
    /// <param name="step">The loggers' step for the values per epoch.</param>
    /// <param name="complete">Called when all metrics are in place, before the end hooks.</param>
    internal IReadOnlyList<IReadOnlyDictionary<string, double>> Run(
        EvaluationKind kind, IReadOnlyList<LoaderSource> loaders, long? limit, long step, Action? complete = null)
    {
        var hooks = trainer.Hooks;
        var metrics = trainer.Metrics;
        var modes = ModuleModes.Capture(trainer.Module);
        trainer.strategy.pre_evaluation();
        SetEvaluationMode(kind);
        metrics.BeginEvaluation(loaders.Count);
        try
        {
            hooks.Run(kind.Start());
            hooks.Run(kind.EpochStart());
            for (var loader = 0; loader < loaders.Count; loader++)
            {
                metrics.Loader = loader;
                RunLoader(kind, loaders[loader], loader, limit);
            }

            metrics.Loader = 0;
            metrics.SetBatch(null);
            metrics.SyncEpoch(metrics.Evaluation);
            metrics.FlushEpoch(metrics.Evaluation);
            metrics.EpochReached = true;
            hooks.Run(kind.EpochEnd());
            metrics.EpochReached = false;
            metrics.SyncEpoch(metrics.Evaluation);
            if (!trainer.sanity_checking)
            {
                metrics.SendEpoch(metrics.Evaluation, step);
            }

            complete?.Invoke();
            hooks.Run(kind.End());
            return metrics.EvaluationResults(loaders.Count);
        }
        finally
        {
            metrics.EpochReached = false;
            metrics.EndEvaluation();
            RestoreMode(kind, modes);
        }
    }

    private void RunLoader(EvaluationKind kind, LoaderSource source, int loader, long? limit)
    {
        using var feed = source.Open();
        for (var index = 0; limit is null || index < limit; index++)
        {
            trainer.ThrowIfInterrupted();
            using var scope = Fetch(feed, kind);
            if (scope is null)
            {
                return;
            }

            var batch = trainer.Transfer(feed.Current, loader);
            trainer.Metrics.SetBatch(batch);
            trainer.Hooks.EvaluationBatchStart(kind, batch, index, loader);
            trainer.Anomalies?.Begin($"validation batch {index}");
            var outputs = trainer.Hooks.EvaluationStep(kind, batch, index, loader);
            trainer.Anomalies?.CheckValidation("the loss", StepOutput.LossOf(outputs));
            trainer.Hooks.EvaluationBatchEnd(kind, outputs, batch, index, loader);
            trainer.Metrics.SendEvaluationStep();
        }
    }

    private DisposeScope? Fetch(BatchFeed feed, EvaluationKind kind)
    {
        using var span = trainer.Measure(kind == EvaluationKind.Validation ? "[_EvaluationLoop].val_next" : "[_EvaluationLoop].test_next");
        return feed.Next();
    }

    private void SetEvaluationMode(EvaluationKind kind)
    {
        using var scope = trainer.Hooks.Enter(Hook.model_mode);
        if (kind == EvaluationKind.Validation)
        {
            trainer.Module.on_validation_model_eval();
        }
        else
        {
            trainer.Module.on_test_model_eval();
        }
    }

    private void RestoreMode(EvaluationKind kind, ModuleModes modes)
    {
        using var scope = trainer.Hooks.Enter(Hook.model_mode);
        if (kind == EvaluationKind.Validation && trainer.Overrides.HasFlag(ModuleOverrides.ValidationModelTrain))
        {
            trainer.Module.on_validation_model_train();
        }
        else if (kind == EvaluationKind.Test && trainer.Overrides.HasFlag(ModuleOverrides.TestModelTrain))
        {
            trainer.Module.on_test_model_train();
        }
        else
        {
            modes.Restore();
        }
    }
}
