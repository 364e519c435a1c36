using System.Collections;

namespace Lightning;

// What every entry point shares: taking the module, the straight line up to the loops, and the way out.
public sealed partial class Trainer
{
    private InterruptGuard? _interrupts;

    // Rank 0's: where the others would write, they would choose another version.
    private string? _logDir;

    /// <summary>Throws when Ctrl-C or SIGTERM came; called between batches.</summary>
    internal void ThrowIfInterrupted() => _interrupts?.ThrowIfRequested();

    /// <summary>Runs the transfer hooks on one batch; the datamodule's win where it overrides them.</summary>
    internal object Transfer(object batch, int loader)
    {
        using var scope = Hooks.Enter(Hook.batch_transfer);
        using var span = Hooks.Measure(Hook.batch_transfer);
        var device = strategy.root_device;
        var data = datamodule;
        batch = _dataOverrides.HasFlag(ModuleOverrides.BeforeTransfer) ? data!.on_before_batch_transfer(batch, loader)
            : Overrides.HasFlag(ModuleOverrides.BeforeTransfer) ? Module.BeforeTransfer(batch, loader)
            : batch;
        batch = _dataOverrides.HasFlag(ModuleOverrides.Transfer) ? data!.transfer_batch_to_device(batch, device, loader) : Module.Transfer(batch, device, loader);
        return _dataOverrides.HasFlag(ModuleOverrides.AfterTransfer) ? data!.on_after_batch_transfer(batch, loader)
            : Overrides.HasFlag(ModuleOverrides.AfterTransfer) ? Module.AfterTransfer(batch, loader)
            : batch;
    }

    private ModuleOverrides _dataOverrides;

    private static void CheckLoaders(LightningDataModule? data, IEnumerable? loaders)
    {
        if (data is not null && loaders is not null)
        {
            throw new MisconfigurationException("Both dataloaders and a datamodule were passed. Pass one of them.");
        }
    }

    private void Attach(LightningModule model, LightningDataModule? data, TrainerStage newStage)
    {
        ArgumentNullException.ThrowIfNull(model);
        ModuleCheck.Alive(model, newStage);
        var again = ReferenceEquals(model, lightning_module);
        stage = newStage;
        lightning_module = model;
        datamodule = data;
        model.Attach(this);
        if (data is not null)
        {
            data.trainer = this;
        }

        Overrides = model.FindOverrides();
        _dataOverrides = data?.FindOverrides() ?? ModuleOverrides.None;
        strategy.launch();
        Metrics.Begin(keepMetrics: again && newStage != TrainerStage.Fit);
        callbacks = CallbackList.Merge(_ownCallbacks, []);
        Hooks.Bind(model, callbacks);
    }

    /// <summary>From the module's callbacks to the module on its device: the part that all entry points have in common.</summary>
    private void Prepare(string stageName, CheckpointFile? checkpoint)
    {
        using (Hooks.Enter(Hook.configure_callbacks))
        {
            callbacks = CallbackList.Merge(_ownCallbacks, Module.configure_callbacks());
            CallbackList.CheckStateKeys(callbacks);
        }

        Hooks.Bind(Module, callbacks);
        using (Hooks.Enter(Hook.prepare_data))
        {
            // Once on each machine; the others wait for it.
            if (datamodule is { } data && (data.prepare_data_per_node ? strategy.local_rank : strategy.global_rank) == 0)
            {
                data.prepare_data();
            }

            if (strategy.local_rank == 0)
            {
                Module.prepare_data();
            }

            strategy.barrier();
        }

        _logDir = strategy.broadcast(log_dir);

        profiler?.setup(stageName, strategy.local_rank, log_dir);
        Hooks.Setup(stageName);
        using (Hooks.Enter(Hook.configure_model))
        {
            Module.configure_model();
        }

        ModuleCheck.Components(Module);
        if (checkpoint is not null)
        {
            _content.LoadModel(checkpoint, withCallbacks: stage == TrainerStage.Fit);
        }

        precision.convert_module(Module);
        strategy.model_to_device(Module);
    }

    /// <summary>Measures an action of the Trainer's own; costs one comparison where there is no profiler.</summary>
    internal ProfilerSpan Measure(string action) => profiler is null ? default : profiler.profile(action);

    private void Finish(string stageName)
    {
        Hooks.Teardown(stageName);
        checkpoint_io.teardown();
        FinalizeLoggers("success");
        profiler?.describe();
        profiler?.teardown(stageName);
    }

    /// <summary>Waits for checkpoints that are still being written when a run has failed, whose error is the one to report.</summary>
    private void FinishWriting()
    {
        try
        {
            checkpoint_io.teardown();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            L.rank_zero_warn($"A checkpoint was not written either: {exception.Message}");
        }
    }

    /// <summary>Runs a body; whatever goes wrong reaches callbacks, datamodule and loggers before it goes on to the caller.</summary>
    private void Guarded(Action body)
    {
        using var guard = new InterruptGuard();
        using var settings = Settings();
        using var requeue = _requeue = WatchForRequeue();
        _interrupts = guard;
        try
        {
            body();
        }
        catch (Exception exception)
        {
            Hooks.Exception(exception);
            FinishWriting();
            FinalizeLoggers("failed");
            profiler?.teardown(stage.ToString());
            strategy.on_exception(exception);
            strategy.teardown();

            // Ctrl-C reaches all processes, and the first to stop leaves the others without a partner.
            if (exception is TorchSharp.TorchDistributedException && guard.Requested is { } interrupted)
            {
                throw interrupted;
            }

            throw;
        }
        finally
        {
            _interrupts = null;
            _requeue = null;
            Anomalies = null;
            Hooks.Current = Hook.none;
            sanity_checking = validating = false;
        }
    }
}
