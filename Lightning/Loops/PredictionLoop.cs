namespace Lightning;

/// <summary>One pass over the loaders to predict; the outputs are kept on the CPU.</summary>
internal sealed class PredictionLoop(Trainer trainer)
{
    internal IReadOnlyList<IReadOnlyList<object?>> Run(IReadOnlyList<LoaderSource> loaders, bool keep)
    {
        var hooks = trainer.Hooks;
        var modes = ModuleModes.Capture(trainer.Module);
        using (hooks.Enter(Hook.model_mode))
        {
            trainer.Module.on_predict_model_eval();
        }

        try
        {
            hooks.Run(Hook.on_predict_start);
            hooks.Run(Hook.on_predict_epoch_start);
            var results = new List<IReadOnlyList<object?>>(loaders.Count);
            for (var loader = 0; loader < loaders.Count; loader++)
            {
                results.Add(RunLoader(loaders[loader], loader, keep));
            }

            hooks.Run(Hook.on_predict_epoch_end);
            hooks.Run(Hook.on_predict_end);
            return results;
        }
        finally
        {
            modes.Restore();
        }
    }

    private List<object?> RunLoader(LoaderSource source, int loader, bool keep)
    {
        var kept = new List<object?>();
        using var feed = source.Open();
        for (var index = 0; ; index++)
        {
            trainer.ThrowIfInterrupted();
            using var scope = feed.Next();
            if (scope is null)
            {
                return kept;
            }

            var batch = trainer.Transfer(feed.Current, loader);
            trainer.Hooks.EvaluationBatchStart(EvaluationKind.Predict, batch, index, loader);
            var outputs = trainer.Hooks.EvaluationStep(EvaluationKind.Predict, batch, index, loader);
            trainer.Hooks.EvaluationBatchEnd(EvaluationKind.Predict, outputs, batch, index, loader);
            if (keep)
            {
                var onCpu = BatchTransfer.To(outputs, torch.CPU);
                BatchTransfer.Visit(onCpu, tensor => tensor.DetachFromDisposeScope());
                kept.Add(onCpu);
            }
        }
    }
}
