using System.Collections;

namespace Lightning;

public sealed partial class Trainer
{
    /// <summary>Trains a module.</summary>
    /// <param name="model">The module.</param>
    /// <param name="train_dataloaders">The training batches: enumerated once per epoch. Null asks the datamodule, then the module.</param>
    /// <param name="val_dataloaders">The validation batches; several sets as a <see cref="CombinedLoader"/>. Null asks as above.</param>
    /// <param name="datamodule">The data; not together with loaders.</param>
    /// <param name="ckpt_path">A checkpoint to go on from: a path, "last" (the newest "last" file that can be read, or else the newest of all; starts afresh when there is none), "best", or "hpc" (the highest hpc_ckpt_N.ckpt in the root folder; what a job of SLURM takes by itself when it is there).</param>
    /// <returns>What was logged, epoch by epoch.</returns>
    /// <exception cref="MisconfigurationException">The settings, the module or the data cannot work together; nothing was trained then.</exception>
    /// <exception cref="TrainerInterruptedException">Ctrl-C or SIGTERM came; the run stopped at a batch boundary.</exception>
    public FitHistory fit(
        LightningModule model,
        IEnumerable? train_dataloaders = null,
        IEnumerable? val_dataloaders = null,
        LightningDataModule? datamodule = null,
        string? ckpt_path = null)
    {
        CheckLoaders(datamodule, train_dataloaders ?? val_dataloaders);
        Attach(model, datamodule, TrainerStage.Fit);
        Data.Bind(train_dataloaders, val_dataloaders, null, null);
        Guarded(() => RunFit(ResolveCheckpoint(ckpt_path, modelGiven: true)));
        return history;
    }

    /// <summary>Trains a module on a datamodule.</summary>
    /// <inheritdoc cref="fit(LightningModule, IEnumerable?, IEnumerable?, LightningDataModule?, string?)"/>
    public FitHistory fit(LightningModule model, LightningDataModule data, string? ckpt_path = null) => fit(model, datamodule: data, ckpt_path: ckpt_path);

    private void RunFit(CheckpointFile? checkpoint)
    {
        CheckFit();
        Progress.Reset();
        history = new FitHistory();
        should_stop = false;
        RunName = strategy.broadcast(Guid.NewGuid().ToString("N"));
        Prepare("fit", checkpoint);
        if (world_size > 1)
        {
            _layerSync?.apply(Module);
        }

        strategy.setup_module(Module);
        ConfigureOptimizers();

        Hooks.Run(Hook.on_fit_start);
        LogHyperParameters();
        if (checkpoint is not null)
        {
            _content.LoadTraining(checkpoint);
        }

        Module.zero_grad();
        RestoreGradients();
        if (_fitLoop.HasWork)
        {
            using var anomalies = Anomalies = detect_anomaly ? new AnomalyWatch(Module) : null;
            SanityCheck(resuming: checkpoint is not null);
            Data.RequestTrain();
            if (Data.HasValidation && Data.Validation.Count == 0)
            {
                Data.RequestValidation();
            }

            Data.CheckOrder();
            _fitLoop.Run(Data.Train!);
        }

        strategy.pre_evaluation();
        if (world_size > 1)
        {
            _layerSync?.revert(Module);
        }

        strategy.teardown();
        Hooks.Run(Hook.on_fit_end);
        Finish("fit");
    }

    /// <summary>The fit's own validation: gradients off, metrics at the training's step.</summary>
    internal void ValidateInFit(bool clearGradients)
    {
        if (clearGradients)
        {
            using var scope = Hooks.Enter(Hook.model_mode);
            Module.on_validation_model_zero_grad();
        }

        using var guard = torch.no_grad();
        validating = true;
        _evaluationLoop.Run(
            EvaluationKind.Validation,
            Data.Validation,
            limit: null,
            Progress.BatchesThatStepped,
            complete: () => Progress.Cursor = Progress.Cursor with { Phase = LoopPhase.ValidationDone });
        Progress.Cursor = Progress.Cursor with { Phase = LoopPhase.ValidationDone };
        validating = false;
    }

    internal void ReloadLoadersIfDue()
    {
        if (reload_dataloaders_every_n_epochs > 0 && current_epoch > 0 && current_epoch % reload_dataloaders_every_n_epochs == 0)
        {
            Data.RequestTrain();
            if (Data.HasValidation)
            {
                Data.RequestValidation();
            }
        }
    }

    /// <summary>Tries some validation batches before training, without a trace: metrics are dropped and the random state comes back.</summary>
    private void SanityCheck(bool resuming)
    {
        if (resuming || num_sanity_val_steps == 0 || !Data.HasValidation)
        {
            return;
        }

        using var random = RandomState.Capture(accelerator);
        sanity_checking = validating = true;
        try
        {
            Hooks.Run(Hook.on_sanity_check_start);
            Data.RequestValidation();
            using (torch.no_grad())
            {
                _evaluationLoop.Run(EvaluationKind.Validation, Data.Validation, num_sanity_val_steps == -1 ? null : num_sanity_val_steps, step: 0);
            }

            Hooks.Run(Hook.on_sanity_check_end);
        }
        finally
        {
            sanity_checking = validating = false;
            Metrics.Evaluation.Reset();
            random.Restore(accelerator);
        }
    }

    private void CheckFit()
    {
        var name = Module.GetType().Name;
        if (!Overrides.HasFlag(ModuleOverrides.TrainingStep))
        {
            throw new MisconfigurationException($"{name} has no training_step, and fit needs one. Override it: public override Tensor training_step(...).");
        }

        if (!Overrides.HasFlag(ModuleOverrides.ConfigureOptimizers) && Module.OptimizersFromOutside is null)
        {
            throw new MisconfigurationException(
                $"{name} has no configure_optimizers, and fit needs one. Override it: public override OptimizerConfig configure_optimizers() => torch.optim.Adam(parameters());");
        }

        if (Module.automatic_optimization)
        {
            return;
        }

        if (gradient_clip_val is > 0)
        {
            throw new MisconfigurationException("gradient_clip_val does nothing under manual optimization. Call clip_gradients in training_step instead.");
        }

        if (accumulate_grad_batches != 1)
        {
            throw new MisconfigurationException("accumulate_grad_batches does nothing under manual optimization. Step every n-th batch in training_step instead.");
        }
    }
}
