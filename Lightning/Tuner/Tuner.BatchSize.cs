using TorchSharp;

namespace Lightning;

public sealed partial class Tuner
{
    /// <summary>Finds the largest batch size that a few steps find memory for, and sets it.</summary>
    /// <param name="model">The module; it or the data module implements <see cref="IHasBatchSize"/>.</param>
    /// <param name="datamodule">The data, or null for the module's own loaders.</param>
    /// <param name="method">Which steps: "fit" (the default), "validate", "test" or "predict".</param>
    /// <param name="mode">"power" (the default) doubles until memory is short; "binsearch" goes on by halves between the last that fitted and the first that did not.</param>
    /// <param name="steps_per_trial">How many steps each size is tried with.</param>
    /// <param name="init_val">The first size.</param>
    /// <param name="max_trials">How many sizes to try at most.</param>
    /// <param name="margin">By which share a size found by "binsearch" is made smaller, so that it holds for a whole run.</param>
    /// <param name="max_val">The largest size to try.</param>
    /// <returns>The size; null where not even the first one fitted, and nothing was changed then.</returns>
    /// <exception cref="MisconfigurationException">A setting is out of range, or nobody has a batch size to set.</exception>
    public int? scale_batch_size(
        LightningModule model,
        LightningDataModule? datamodule = null,
        string method = "fit",
        string mode = "power",
        int steps_per_trial = 3,
        int init_val = 2,
        int max_trials = 25,
        double margin = 0.05,
        int max_val = 8192)
    {
        ArgumentNullException.ThrowIfNull(model);
        var stage = method switch
        {
            "fit" => TrainerStage.Fit,
            "validate" => TrainerStage.Validate,
            "test" => TrainerStage.Test,
            "predict" => TrainerStage.Predict,
            _ => throw new MisconfigurationException($"scale_batch_size(method: \"{method}\") is unknown; use \"fit\", \"validate\", \"test\" or \"predict\"."),
        };
        if (mode is not ("power" or "binsearch"))
        {
            throw new MisconfigurationException($"scale_batch_size(mode: \"{mode}\") is unknown; use \"power\" or \"binsearch\".");
        }

        if (steps_per_trial < 1 || init_val < 1 || max_trials < 1 || max_val < init_val || margin is not (>= 0 and < 1))
        {
            throw new MisconfigurationException(
                $"scale_batch_size: steps_per_trial ({steps_per_trial}), init_val ({init_val}) and max_trials ({max_trials}) are at least 1, max_val ({max_val}) is not below init_val, and margin ({margin}) lies between 0 and 1.");
        }

        var target = datamodule as IHasBatchSize ?? model as IHasBatchSize ?? throw new MisconfigurationException(
            $"scale_batch_size has nothing to set: neither {model.GetType().Name} nor the data module implements IHasBatchSize.");
        if (_trainer.world_size > 1)
        {
            throw new MisconfigurationException("scale_batch_size tries sizes on one device; run it with devices: 1, then fit on several with what it found.");
        }

        _trainer.strategy.launch();
        var before = target.batch_size;
        int? found = null;
        try
        {
            using var state = new TrialState(_trainer, model, datamodule, "scale_batch_size");
            found = Search(new BatchSizeSearch(init_val, max_val, mode == "binsearch"), max_trials, size =>
            {
                target.batch_size = size;
                return Fits(stage, model, datamodule, steps_per_trial, state.Watch, out var largest) ? largest : null;
            });
        }
        finally
        {
            target.batch_size = before;
        }

        if (found is { } size)
        {
            found = mode == "binsearch" ? Math.Max(1, (int)(size * (1 - margin))) : size;
            target.batch_size = found.Value;
            L.rank_zero_info($"Batch size set to {found}");
        }
        else
        {
            L.rank_zero_warn($"scale_batch_size found no memory for batches of {init_val}; the size stays {before}. Begin with a smaller init_val.");
        }

        return found;
    }

    private static int? Search(BatchSizeSearch search, int trials, Func<int, long?> tryOut)
    {
        for (var trial = 0; trial < trials && search.Next is { } size; trial++)
        {
            if (tryOut(size) is { } largest)
            {
                L.rank_zero_info($"Batch size {size} fits.");
                search.Succeeded(largest);
            }
            else
            {
                L.rank_zero_info($"Batch size {size} is too large for the memory.");
                search.Failed();
            }
        }

        return search.Best;
    }

    /// <summary>Whether a few steps find memory; <paramref name="largest"/> is the size of all data, which no batch can go beyond.</summary>
    private bool Fits(TrainerStage stage, LightningModule model, LightningDataModule? datamodule, int steps, Callback snapshot, out long? largest)
    {
        var watch = new SampleCounter();
        largest = null;
        try
        {
            var trial = _trainer.Trial(steps, accumulate: 1, [snapshot, watch], stage);
            switch (stage)
            {
                case TrainerStage.Validate: trial.validate(model, verbose: false, datamodule: datamodule); break;
                case TrainerStage.Test: trial.test(model, verbose: false, datamodule: datamodule); break;
                case TrainerStage.Predict: trial.predict(model, datamodule: datamodule, return_predictions: false); break;
                default: trial.fit(model, datamodule: datamodule); break;
            }

            largest = watch.Samples ?? int.MaxValue;
            return true;
        }
        catch (Exception exception) when (exception is TorchOutOfMemoryException or OutOfMemoryException)
        {
            return false;
        }
        finally
        {
            // What the trial held serves the next one.
            model.zero_grad();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            if (_trainer.strategy.root_device.type == DeviceType.CUDA)
            {
                torch.cuda.empty_cache();
            }
        }
    }

    /// <summary>Notes how many samples the loader has, where it tells.</summary>
    private sealed class SampleCounter : Callback
    {
        internal long? Samples { get; private set; }

        public override void on_train_start(Trainer trainer, LightningModule pl_module) => Count(trainer.Data.Train);

        public override void on_validation_start(Trainer trainer, LightningModule pl_module) => Count(trainer.Data.Validation.FirstOrDefault());

        public override void on_test_start(Trainer trainer, LightningModule pl_module) => Count(trainer.Data.Test.FirstOrDefault());

        public override void on_predict_start(Trainer trainer, LightningModule pl_module) => Count(trainer.Data.Predict.FirstOrDefault());

        private void Count(LoaderSource? source) =>
            Samples = source?.Loader is torch.utils.data.IDataLoader { batch_sampler: torch.utils.data.BatchSampler { sampler: torch.utils.data.ISized samples } }
                ? samples.Count
                : null;
    }
}
