using System.Collections;

namespace Lightning;

/// <summary>
/// Where each stage's batches come from: loaders passed to the entry point, or the datamodule's, or the module's. Each is asked for only when its
/// stage runs.
/// </summary>
internal sealed class DataSources(Trainer trainer)
{
    private IEnumerable? _train;
    private IEnumerable? _validation;
    private IEnumerable? _test;
    private IEnumerable? _predict;

    internal LoaderSource? Train { get; private set; }

    internal IReadOnlyList<LoaderSource> Validation { get; private set; } = [];

    internal IReadOnlyList<LoaderSource> Test { get; private set; } = [];

    internal IReadOnlyList<LoaderSource> Predict { get; private set; } = [];

    /// <summary>The training batches that were passed to <c>fit</c>, or null.</summary>
    internal IEnumerable? PassedTrain => _train;

    /// <summary>Validation is part of the fit: there is a step, a loader, and a limit above zero.</summary>
    internal bool HasValidation { get; private set; }

    /// <summary>Takes the loaders passed to an entry point.</summary>
    internal void Bind(IEnumerable? train, IEnumerable? validation, IEnumerable? test, IEnumerable? predict)
    {
        (_train, _validation, _test, _predict) = (train, validation, test, predict);
        Train = null;
        Validation = Test = Predict = [];
        if (_validation is not null && trainer.stage == TrainerStage.Fit && !trainer.Overrides.HasFlag(ModuleOverrides.ValidationStep))
        {
            L.rank_zero_warn($"val_dataloaders were passed, and {trainer.Module.GetType().Name} has no validation_step: nothing is validated.");
        }

        HasValidation = trainer.Overrides.HasFlag(ModuleOverrides.ValidationStep)
            && !trainer.limit_val_batches.IsZero
            && (_validation is not null || Defines(ModuleOverrides.ValidationLoader));
    }

    internal void RequestTrain()
    {
        var loader = Ask(_train, dm => dm.train_dataloader(), m => m.train_dataloader()) ?? throw Missing("fit", "train_dataloaders:", "train_dataloader");
        loader = loader is CombinedLoader combined ? combined.With(part => part, "max_size_cycle") : loader;
        Train = Source(Overfit(loader), trainer.limit_train_batches, trainer.OverfitArgument ?? "limit_train_batches", training: true);
        CheckEnd(Train);
        if (Train.ExpectedBatches == 0)
        {
            throw new MisconfigurationException(
                "The training loader holds no batches: its data set is empty, or smaller than a batch and drop_last leaves it out. Look at the data set's Count and batch_size.");
        }
    }

    internal void RequestValidation(bool required = false)
    {
        var loader = Ask(_validation, dm => dm.val_dataloader(), m => m.val_dataloader());
        if (loader is null)
        {
            Validation = [];
            HasValidation = false;
            if (required)
            {
                throw Missing("validate", "dataloaders:", "val_dataloader");
            }

            return;
        }

        Validation = Sources(loader, trainer.limit_val_batches, trainer.OverfitArgument ?? "limit_val_batches", "validation");
    }

    internal void RequestTest() => Test = Sources(
        Ask(_test, dm => dm.test_dataloader(), m => m.test_dataloader()) ?? throw Missing("test", "dataloaders:", "test_dataloader"),
        trainer.limit_test_batches,
        "limit_test_batches",
        "test");

    internal void RequestPredict() => Predict = Sources(
        Ask(_predict, dm => dm.predict_dataloader(), m => m.predict_dataloader()) ?? throw Missing("predict", "dataloaders:", "predict_dataloader"),
        trainer.limit_predict_batches,
        "limit_predict_batches",
        "prediction");

    /// <summary>Warns where the loaders look as if they had been passed in the wrong order.</summary>
    internal void CheckOrder()
    {
        if (_train is not null && _validation is not null && Shuffles(_validation) == true && Shuffles(_train) == false)
        {
            L.rank_zero_warn(
                "The validation loader shuffles and the training loader does not. Were they passed in the wrong order? It is fit(model, train_dataloaders, val_dataloaders).");
        }
    }

    private static bool? Shuffles(IEnumerable loader) => loader is torch.utils.data.IDataLoader { batch_sampler: torch.utils.data.BatchSampler batches }
        ? batches.sampler switch
        {
            torch.utils.data.RandomSampler => true,
            torch.utils.data.SequentialSampler => false,
            _ => null,
        }
        : null;

    private IEnumerable? Ask(IEnumerable? passed, Func<LightningDataModule, IEnumerable?> fromData, Func<LightningModule, IEnumerable?> fromModule)
    {
        if (passed is not null)
        {
            return passed;
        }

        using var scope = trainer.Hooks.Enter(Hook.dataloader);
        return trainer.datamodule is { } data ? fromData(data) ?? fromModule(trainer.Module) : fromModule(trainer.Module);
    }

    private IReadOnlyList<LoaderSource> Sources(IEnumerable loader, Batches limit, string argument, string kind)
    {
        IReadOnlyList<LoaderSource> sources = loader is CombinedLoader { IsSequential: true } combined
            ? [.. combined.loaders.Select(item => Source(item, limit, argument))]
            : [Source(loader, limit, argument)];
        foreach (var source in sources)
        {
            if (source.ExpectedBatches == 0)
            {
                L.rank_zero_warn($"A {kind} loader holds no batches: its data set is empty, or smaller than a batch and drop_last leaves it out.");
            }
            else if (source.ExpectedBatches > int.MaxValue)
            {
                throw new MisconfigurationException($"A {kind} loader has no end ({source.ExpectedBatches} batches). Pass {argument}:.");
            }
        }

        return sources;
    }

    private LoaderSource Source(IEnumerable loader, Batches limit, string argument, bool training = false)
    {
        if (trainer.use_distributed_sampler)
        {
            loader = loader is CombinedLoader combined
                ? combined.With(part => DataShares.Of(part, trainer.strategy, training), null)
                : DataShares.Of(loader, trainer.strategy, training);
        }

        var size = SizeOf(loader);
        return new LoaderSource(loader, size, limit.Of(size, argument));
    }

    /// <summary>An epoch without an end is an error where the loader tells, and worth a word where it does not.</summary>
    private void CheckEnd(LoaderSource source)
    {
        const string Remedies = "Pass limit_train_batches:, max_steps: or max_time:";
        if (trainer.max_steps != -1 || !trainer.limit_train_batches.IsAll || trainer.callbacks.OfType<Timer>().Any())
        {
            return;
        }

        if (source.ExpectedBatches > int.MaxValue)
        {
            throw new MisconfigurationException($"The training loader has no end ({source.ExpectedBatches} batches), so the first epoch would have none. {Remedies}.");
        }

        if (source.ExpectedBatches is null)
        {
            L.rank_zero_info($"The training loader cannot tell how many batches it holds: an epoch ends when it does. {Remedies} if it never does.");
        }
    }

    private long? SizeOf(IEnumerable loader) => loader is CombinedLoader combined ? combined.Size(SizeOf) : LoaderStates.SizeOf(loader) ?? trainer.Module.SizeOf(loader) ?? (loader as ICollection)?.Count;

    /// <summary>Overfitting wants the same batches in every epoch: they are taken once, in the loader's first order, and kept.</summary>
    private IEnumerable Overfit(IEnumerable loader)
    {
        if (trainer.OverfitArgument is not { } argument)
        {
            return loader;
        }

        var size = SizeOf(loader);
        var wanted = trainer.limit_train_batches.Of(size, argument) ?? long.MaxValue;
        var kept = new List<object>();
        using var feed = new BatchFeed(loader, size, wanted);
        while (kept.Count < wanted)
        {
            using var scope = feed.Next();
            if (scope is null)
            {
                break;
            }

            kept.Add(BatchTransfer.Map(feed.Current, tensor => tensor.clone().DetachFromDisposeScope())!);
        }

        return kept;
    }

    private bool Defines(ModuleOverrides loader) =>
        trainer.Overrides.HasFlag(loader) || (trainer.datamodule?.FindOverrides().HasFlag(loader) ?? false);

    private MisconfigurationException Missing(string entry, string argument, string method) => new(
        $"{entry} has no batches to run: pass {argument} or datamodule:, or override {method} in {trainer.Module.GetType().Name}.");
}
