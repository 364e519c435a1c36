namespace Lightning;

/// <summary>Puts the state of a run into a checkpoint's dictionary, and back.</summary>
/// <remarks>
/// The keys are Lightning's, so that its tools read the file. What Lightning does not keep, and an exact resume needs, is under "torchlight"; see
/// <see cref="RunState"/>.
/// </remarks>
internal sealed class CheckpointContent(Trainer trainer)
{
    private readonly RunState _run = new(trainer);

    /// <summary>The release of Python's Lightning whose layout this is; its migrations go by it.</summary>
    private const string LayoutVersion = "2.6.4";

    private const string Own = "torchlight";

    /// <summary>The content of a checkpoint. Every process calls it, since each adds what only it knows.</summary>
    /// <param name="weightsOnly">Leaves out what only resuming needs.</param>
    /// <param name="alone">Only this process is left to ask.</param>
    internal Dictionary<string, object?> Save(bool weightsOnly, bool alone = false)
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
            if (trainer.precision.state_dict() is { Count: > 0 } scaler)
            {
                checkpoint[trainer.precision.GetType().Name] = scaler;
            }

            checkpoint[Own] = _run.Save(alone);
        }

        if (module.hparams.Count > 0)
        {
            checkpoint["hparams_name"] = "kwargs";
            checkpoint["hyper_parameters"] = module.hparams.ToDictionary();
        }

        if (trainer.datamodule is { hparams.Count: > 0 } described)
        {
            checkpoint["datamodule_hparams_name"] = "kwargs";
            checkpoint["datamodule_hyper_parameters"] = described.hparams.ToDictionary();
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

    /// <summary>What only this process knows, for a checkpoint that another one writes without being able to ask.</summary>
    internal Dictionary<string, object?> SavePart() => _run.SavePart();

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
        if (!checkpoint.CanResume)
        {
            throw new MisconfigurationException(
                $"{checkpoint.Path} holds weights only, and fit(ckpt_path:) needs the optimizer's state. Load it with load_from_checkpoint and fit without ckpt_path.");
        }

        if (checkpoint.Content.GetValueOrDefault(trainer.precision.GetType().Name) is IReadOnlyDictionary<string, object?> scaler)
        {
            trainer.precision.load_state_dict(scaler);
        }

        var own = checkpoint.Section(Own);
        if (own.GetValueOrDefault("cursor") is IReadOnlyDictionary<string, object?> cursor)
        {
            _run.Load(checkpoint, own, cursor);
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
            if (state.Count > 0)
            {
                states.Add(callback.state_key, state);
            }
        }

        return states;
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
