using System.Globalization;

namespace Lightning;

/// <summary>Puts the state of a run into a checkpoint's dictionary, and back.</summary>
/// <remarks>
/// The keys are Lightning's, so that its tools read the file. What Lightning does not keep, and an exact resume needs, is under "torchlight":
/// the cursor, random states, the loader's position, the gradients of an open accumulation window, and the epoch's running metrics.
/// </remarks>
internal sealed class CheckpointContent(Trainer trainer)
{
    /// <summary>The release of Python's Lightning whose layout this is; its migrations go by it.</summary>
    private const string LayoutVersion = "2.6.4";

    private const string Own = "torchlight";

    internal Dictionary<string, object?> Save(bool weightsOnly)
    {
        var module = trainer.Module;
        var progress = trainer.Progress;
        var weights = new Dictionary<string, object?>();
        foreach (var (name, tensor) in module.state_dict())
        {
            weights[name] = tensor;
        }

        var checkpoint = new Dictionary<string, object?>
        {
            ["epoch"] = (long)trainer.current_epoch,
            ["global_step"] = progress.GlobalStep,
            ["pytorch-lightning_version"] = LayoutVersion,
            ["state_dict"] = weights,
            ["loops"] = LoopStates.Save(progress, trainer.is_last_batch),
        };
        if (!weightsOnly)
        {
            checkpoint["callbacks"] = CallbackStates();
            checkpoint["optimizer_states"] = trainer.Optimizers.Select(optimizer => (object?)optimizer.state_dict()).ToList();
            checkpoint["lr_schedulers"] = trainer.Schedulers.Configs.Select(config => (object?)config.scheduler.state_dict()).ToList();
            checkpoint[Own] = OwnState();
        }

        if (module.hparams.Count > 0)
        {
            checkpoint["hparams_name"] = "kwargs";
            checkpoint["hyper_parameters"] = module.hparams.ToDictionary();
        }

        if (trainer.datamodule is { } data && data.state_dict() is { Count: > 0 } dataState)
        {
            checkpoint[data.GetType().Name] = dataState;
        }

        if (!weightsOnly)
        {
            trainer.Hooks.SaveCheckpoint(checkpoint);
        }

        return checkpoint;
    }

    /// <summary>What a run takes from a checkpoint before its module moves to the device: weights, datamodule, callbacks.</summary>
    internal void LoadModel(CheckpointFile checkpoint, bool withCallbacks)
    {
        trainer.Hooks.ModuleLoadCheckpoint(checkpoint.Content);
        checkpoint.LoadInto(trainer.Module, trainer.Module.strict_loading);
        if (trainer.datamodule is { } data && checkpoint.Content.GetValueOrDefault(data.GetType().Name) is IReadOnlyDictionary<string, object?> dataState)
        {
            data.load_state_dict(dataState);
        }

        if (!withCallbacks)
        {
            return;
        }

        trainer.Hooks.CallbacksLoadCheckpoint(checkpoint.Content);
        var states = checkpoint.Section("callbacks");
        foreach (var callback in trainer.callbacks)
        {
            if (states.GetValueOrDefault(callback.state_key) is IReadOnlyDictionary<string, object?> state)
            {
                callback.load_state_dict(state);
            }
        }

        var missing = states.Keys.Except(trainer.callbacks.Select(callback => callback.state_key)).ToList();
        if (missing.Count > 0)
        {
            L.rank_zero_warn($"{checkpoint.Path} holds the state of callbacks that this Trainer does not have: {string.Join(", ", missing)}.");
        }
    }

    /// <summary>What a fit takes from a checkpoint to go on: progress, optimizers, schedulers.</summary>
    internal void LoadTraining(CheckpointFile checkpoint)
    {
        if (!checkpoint.Content.ContainsKey("optimizer_states"))
        {
            throw new MisconfigurationException(
                $"{checkpoint.Path} holds weights only, and fit(ckpt_path:) needs the optimizer's state. Load it with load_from_checkpoint and fit without ckpt_path.");
        }

        var own = checkpoint.Section(Own);
        if (own.GetValueOrDefault("cursor") is IReadOnlyDictionary<string, object?> cursor)
        {
            LoadOwnState(checkpoint, own, cursor);
        }
        else
        {
            LoopStates.Load(trainer.Progress, checkpoint);
        }

        if (trainer.max_epochs >= 0 && trainer.current_epoch > trainer.max_epochs)
        {
            throw new MisconfigurationException(
                $"{checkpoint.Path} was written in epoch {trainer.current_epoch}, and max_epochs is {trainer.max_epochs}. Raise max_epochs to go on.");
        }

        LoadEach(checkpoint.ListOf("optimizer_states"), trainer.Optimizers, (optimizer, state) => optimizer.load_state_dict(state), "optimizers", checkpoint.Path);
        LoadEach(
            checkpoint.ListOf("lr_schedulers"),
            [.. trainer.Schedulers.Configs.Select(config => config.scheduler)],
            (scheduler, state) => scheduler.load_state_dict(state),
            "schedulers",
            checkpoint.Path);
    }

    private Dictionary<string, object?> CallbackStates()
    {
        var states = new Dictionary<string, object?>();
        foreach (var callback in trainer.callbacks)
        {
            var state = callback.state_dict();
            if (state.Count > 0 && !states.TryAdd(callback.state_key, state))
            {
                throw new MisconfigurationException(
                    $"Two callbacks have the state key {callback.state_key}. Override state_key in one, or give them different settings.");
            }
        }

        return states;
    }

    private Dictionary<string, object?> OwnState()
    {
        var progress = trainer.Progress;
        using var now = RandomState.Capture(trainer.accelerator);
        return new Dictionary<string, object?>
        {
            ["version"] = typeof(Trainer).Assembly.GetName().Version?.ToString(3),
            ["cursor"] = new Dictionary<string, object?>
            {
                ["epoch"] = (long)progress.Cursor.Epoch,
                ["batch"] = (long)progress.Cursor.Batch,
                ["phase"] = progress.Cursor.Phase.ToString(),
            },
            ["batches_that_stepped"] = progress.BatchesThatStepped,
            ["total_batches"] = progress.TotalBatches,
            ["random"] = Copy(now),
            ["epoch_random"] = trainer.EpochLoop.EpochRandomState is { } start ? Copy(start) : null,
            ["loader"] = trainer.EpochLoop.LoaderState,
            ["gradients"] = OpenWindowGradients(),
            ["metrics"] = trainer.Metrics.Training.Save(),
            ["callback_metrics"] = trainer.Metrics.CallbackMetrics.ToDictionary(pair => pair.Key, pair => (object?)pair.Value.item()),
        };

        // The states outlive the objects that hold them.
        static Dictionary<string, object?> Copy(RandomState state)
        {
            var saved = state.Save();
            saved["cpu"] = ((Tensor)saved["cpu"]!).clone().DetachFromDisposeScope();
            return saved;
        }
    }

    private void LoadOwnState(CheckpointFile checkpoint, IReadOnlyDictionary<string, object?> own, IReadOnlyDictionary<string, object?> cursor)
    {
        var progress = trainer.Progress;
        progress.GlobalStep = checkpoint.Number("global_step");
        progress.BatchesThatStepped = Convert.ToInt64(own["batches_that_stepped"], CultureInfo.InvariantCulture);
        progress.TotalBatches = Convert.ToInt64(own["total_batches"], CultureInfo.InvariantCulture);
        progress.Cursor = new Cursor(
            Convert.ToInt32(cursor["epoch"], CultureInfo.InvariantCulture),
            Convert.ToInt32(cursor["batch"], CultureInfo.InvariantCulture),
            Enum.Parse<LoopPhase>((string)cursor["phase"]!));
        trainer.EpochLoop.Resume(RandomState.Load(own.GetValueOrDefault("random")), RandomState.Load(own.GetValueOrDefault("epoch_random")), own.GetValueOrDefault("loader"));
        trainer.Metrics.Training.Load(own.GetValueOrDefault("metrics") as IReadOnlyList<object?> ?? [], trainer.strategy.root_device);
        if (own.GetValueOrDefault("callback_metrics") is IReadOnlyDictionary<string, object?> metrics)
        {
            trainer.Metrics.RestoreCallbackMetrics(metrics);
        }

        if (own.GetValueOrDefault("gradients") is IReadOnlyDictionary<string, object?> gradients)
        {
            RestoreGradients(gradients);
        }
    }

    /// <summary>The gradients of an accumulation window that is not full yet; null outside one.</summary>
    private Dictionary<string, object?>? OpenWindowGradients()
    {
        var cursor = trainer.Progress.Cursor;
        var window = trainer.accumulate_grad_batches;
        var done = cursor.Phase == LoopPhase.Batch ? cursor.Batch : cursor.Batch + 1;
        if (window == 1 || cursor.Phase is LoopPhase.EpochStart or LoopPhase.EpochEnd || done % window == 0)
        {
            return null;
        }

        var gradients = new Dictionary<string, object?>();
        foreach (var (name, parameter) in trainer.Module.named_parameters())
        {
            if (parameter.grad is { } gradient)
            {
                gradients[name] = gradient;
            }
        }

        return gradients;
    }

    private void RestoreGradients(IReadOnlyDictionary<string, object?> gradients)
    {
        foreach (var (name, parameter) in trainer.Module.named_parameters())
        {
            if (gradients.GetValueOrDefault(name) is Tensor gradient)
            {
                trainer.RestoredGradients.Add((parameter, gradient));
            }
        }
    }

    private static void LoadEach<T>(
        IReadOnlyList<object?> states, IReadOnlyList<T> targets, Action<T, IReadOnlyDictionary<string, object?>> load, string what, string path)
    {
        if (states.Count != targets.Count)
        {
            throw new MisconfigurationException($"{path} holds {states.Count} {what}, and configure_optimizers made {targets.Count}.");
        }

        for (var i = 0; i < targets.Count; i++)
        {
            load(targets[i], states[i] as IReadOnlyDictionary<string, object?>
                ?? throw new MisconfigurationException($"{path}: the state of the {what} is no dictionary."));
        }
    }
}
