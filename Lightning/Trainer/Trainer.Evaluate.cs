using System.Collections;

namespace Lightning;

public sealed partial class Trainer
{
    /// <summary>Runs one pass of validation.</summary>
    /// <param name="model">The module; null takes the one that was fitted, with its best checkpoint.</param>
    /// <param name="dataloaders">The batches; several sets as a <see cref="CombinedLoader"/>. Null asks the datamodule, then the module.</param>
    /// <param name="ckpt_path">A checkpoint to load first: a path, "best" or "last"; null keeps the weights.</param>
    /// <param name="verbose">Prints the results as a table; default true.</param>
    /// <param name="datamodule">The data; not together with loaders.</param>
    /// <returns>The logged metrics, one dictionary per loader.</returns>
    public IReadOnlyList<IReadOnlyDictionary<string, double>> validate(
        LightningModule? model = null,
        IEnumerable? dataloaders = null,
        string? ckpt_path = null,
        bool verbose = true,
        LightningDataModule? datamodule = null) =>
        Evaluate(EvaluationKind.Validation, model, dataloaders, ckpt_path, verbose, datamodule);

    /// <summary>Runs one pass of validation on a datamodule.</summary>
    /// <inheritdoc cref="validate(LightningModule?, IEnumerable?, string?, bool, LightningDataModule?)"/>
    public IReadOnlyList<IReadOnlyDictionary<string, double>> validate(
        LightningModule model, LightningDataModule data, string? ckpt_path = null, bool verbose = true) =>
        validate(model, ckpt_path: ckpt_path, verbose: verbose, datamodule: data);

    /// <summary>Runs one pass over the test set.</summary>
    /// <inheritdoc cref="validate(LightningModule?, IEnumerable?, string?, bool, LightningDataModule?)"/>
    public IReadOnlyList<IReadOnlyDictionary<string, double>> test(
        LightningModule? model = null,
        IEnumerable? dataloaders = null,
        string? ckpt_path = null,
        bool verbose = true,
        LightningDataModule? datamodule = null) =>
        Evaluate(EvaluationKind.Test, model, dataloaders, ckpt_path, verbose, datamodule);

    /// <summary>Runs one pass over the test set of a datamodule.</summary>
    /// <inheritdoc cref="validate(LightningModule?, IEnumerable?, string?, bool, LightningDataModule?)"/>
    public IReadOnlyList<IReadOnlyDictionary<string, double>> test(
        LightningModule model, LightningDataModule data, string? ckpt_path = null, bool verbose = true) =>
        test(model, ckpt_path: ckpt_path, verbose: verbose, datamodule: data);

    /// <summary>Predicts every batch.</summary>
    /// <param name="model">The module; null takes the one that was fitted, with its best checkpoint.</param>
    /// <param name="dataloaders">The batches; several sets as a <see cref="CombinedLoader"/>. Null asks the datamodule, then the module.</param>
    /// <param name="datamodule">The data; not together with loaders.</param>
    /// <param name="return_predictions">Whether to keep what <c>predict_step</c> returns; default true.</param>
    /// <param name="ckpt_path">A checkpoint to load first: a path, "best" or "last"; null keeps the weights.</param>
    /// <returns>The outputs of the batches, on the CPU; with several loaders a list of such lists.</returns>
    public IReadOnlyList<object?> predict(
        LightningModule? model = null,
        IEnumerable? dataloaders = null,
        LightningDataModule? datamodule = null,
        bool return_predictions = true,
        string? ckpt_path = null)
    {
        CheckLoaders(datamodule, dataloaders);
        var checkpoint = AttachForEvaluation(model, datamodule, TrainerStage.Predict, ckpt_path, "predict");
        Data.Bind(null, null, null, dataloaders);
        IReadOnlyList<IReadOnlyList<object?>> results = [];
        Guarded(() =>
        {
            RequireStep(ModuleOverrides.PredictStep, "predict_step", "predict");
            Prepare("predict", checkpoint());
            Module.zero_grad();
            if (!limit_predict_batches.IsZero)
            {
                Data.RequestPredict();
                using var guard = EvaluationGuard();
                results = _predictionLoop.Run(Data.Predict, return_predictions);
            }

            Finish("predict");
        });
        return results.Count == 1 ? results[0] : results;
    }

    /// <summary>Predicts every batch of one loader, with the type of the outputs.</summary>
    /// <typeparam name="T">What <c>predict_step</c> returns.</typeparam>
    /// <inheritdoc cref="predict(LightningModule?, IEnumerable?, LightningDataModule?, bool, string?)"/>
    public IReadOnlyList<T> predict<T>(
        LightningModule? model = null, IEnumerable? dataloaders = null, LightningDataModule? datamodule = null, string? ckpt_path = null) =>
        [.. predict(model, dataloaders, datamodule, true, ckpt_path).Cast<T>()];

    private IReadOnlyList<IReadOnlyDictionary<string, double>> Evaluate(
        EvaluationKind kind, LightningModule? model, IEnumerable? dataloaders, string? ckptPath, bool verbose, LightningDataModule? data)
    {
        var isTest = kind == EvaluationKind.Test;
        var name = isTest ? "test" : "validate";
        CheckLoaders(data, dataloaders);
        var checkpoint = AttachForEvaluation(model, data, isTest ? TrainerStage.Test : TrainerStage.Validate, ckptPath, name);
        Data.Bind(null, isTest ? null : dataloaders, isTest ? dataloaders : null, null);
        IReadOnlyList<IReadOnlyDictionary<string, double>> results = [];
        Guarded(() =>
        {
            RequireStep(isTest ? ModuleOverrides.TestStep : ModuleOverrides.ValidationStep, isTest ? "test_step" : "validation_step", name);
            Prepare(name, checkpoint());
            Module.zero_grad();
            if (!(isTest ? limit_test_batches : limit_val_batches).IsZero)
            {
                results = RunEvaluation(kind);
                if (verbose && is_global_zero)
                {
                    EvaluationTable.Print(name, results);
                }
            }

            Finish(name);
        });
        return results;
    }

    private IReadOnlyList<IReadOnlyDictionary<string, double>> RunEvaluation(EvaluationKind kind)
    {
        if (kind == EvaluationKind.Test)
        {
            Data.RequestTest();
        }
        else
        {
            Data.RequestValidation(required: true);
        }

        using var guard = EvaluationGuard();
        validating = kind == EvaluationKind.Validation;
        var results = _evaluationLoop.Run(kind, kind == EvaluationKind.Test ? Data.Test : Data.Validation, limit: null, Progress.BatchesThatStepped);
        validating = false;
        return results;
    }

    private IDisposable EvaluationGuard() => inference_mode && strategy.sends_inference_tensors ? torch.inference_mode() : torch.no_grad();

    private Func<CheckpointFile?> AttachForEvaluation(LightningModule? model, LightningDataModule? data, TrainerStage stage, string? ckptPath, string entry)
    {
        if (model is null && lightning_module is null)
        {
            throw new MisconfigurationException($"{entry} was called without a module, and no fit came before it. Pass the module.");
        }

        var given = model is not null;
        Attach(model ?? Module, data ?? (given ? null : datamodule), stage);
        return () => ResolveCheckpoint(ckptPath, given);
    }

    private void RequireStep(ModuleOverrides step, string name, string entry)
    {
        if (!Overrides.HasFlag(step))
        {
            throw new MisconfigurationException($"{Module.GetType().Name} has no {name}, and {entry} needs one. Override it.");
        }
    }
}
