using System.Globalization;

namespace Lightning;

/// <summary>
/// What an exact resume needs beyond Lightning's own keys: the cursor and the counters, which all processes share, and for each process its random
/// states, its loader's position, the gradients of an open accumulation window, and the epoch's running metrics.
/// </summary>
internal sealed class RunState(Trainer trainer)
{
    /// <summary>The state of all processes; every one of them calls it.</summary>
    /// <param name="alone">The others are gone: only this one's is kept.</param>
    internal Dictionary<string, object?> Save(bool alone)
    {
        var progress = trainer.Progress;
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
            ["should_stop"] = trainer.should_stop,
            ["evaluation_steps"] = trainer.Metrics.EvaluationSteps.Select(count => (object?)count).ToList(),
            ["callback_metrics"] = trainer.Metrics.CallbackMetrics.ToDictionary(pair => pair.Key, pair => (object?)pair.Value.item()),
            ["ranks"] = alone ? [SaveRank()] : GatherRanks(),
            ["place"] = alone && trainer.world_size > 1 ? Place() : null,
        };
    }

    /// <summary>What only this process knows, and the place at which it is true.</summary>
    internal Dictionary<string, object?> SavePart() => new() { ["place"] = Place(), ["rank"] = SaveRank() };

    // Which run it is, and how far: parts that processes write each for itself belong together where they agree about this.
    private Dictionary<string, object?> Place() => new()
    {
        ["run"] = trainer.RunName,
        ["processes"] = (long)trainer.world_size,
        ["global_step"] = trainer.Progress.GlobalStep,
        ["epoch"] = (long)trainer.Progress.Cursor.Epoch,
        ["batch"] = (long)trainer.Progress.Cursor.Batch,
        ["phase"] = trainer.Progress.Cursor.Phase.ToString(),
    };

    /// <summary>Makes the Trainer go on where the checkpoint was written.</summary>
    internal void Load(CheckpointFile checkpoint, IReadOnlyDictionary<string, object?> own, IReadOnlyDictionary<string, object?> cursor)
    {
        var progress = trainer.Progress;
        progress.GlobalStep = checkpoint.Number("global_step");
        progress.BatchesThatStepped = Convert.ToInt64(own["batches_that_stepped"], CultureInfo.InvariantCulture);
        progress.TotalBatches = Convert.ToInt64(own["total_batches"], CultureInfo.InvariantCulture);
        progress.Cursor = new Cursor(
            Convert.ToInt32(cursor["epoch"], CultureInfo.InvariantCulture),
            Convert.ToInt32(cursor["batch"], CultureInfo.InvariantCulture),
            Enum.Parse<LoopPhase>((string)cursor["phase"]!));

        // A time limit that ended the run may have been raised since; whoever watches it asks again.
        trainer.should_stop = own.GetValueOrDefault("should_stop") is true && !trainer.callbacks.OfType<Timer>().Any();
        trainer.Metrics.RestoreEvaluationSteps(own.GetValueOrDefault("evaluation_steps") as IReadOnlyList<object?> ?? []);
        if (own.GetValueOrDefault("callback_metrics") is IReadOnlyDictionary<string, object?> metrics)
        {
            trainer.Metrics.RestoreCallbackMetrics(metrics);
        }

        var ranks = own.GetValueOrDefault("ranks") as IReadOnlyList<object?> ?? [];
        if (own.GetValueOrDefault("place") is IReadOnlyDictionary<string, object?> place && ranks.Count == 1 && trainer.world_size > 1)
        {
            LoadParts(ranks[0], place, checkpoint.Path);
        }
        else
        {
            LoadRank(ranks, checkpoint.Path);
        }
    }

    /// <summary>Goes on from what each process has written for itself when the run failed, if it is all there.</summary>
    private void LoadParts(object? first, IReadOnlyDictionary<string, object?> place, string path)
    {
        var part = trainer.is_global_zero ? first : RankPart.Read(path, trainer.global_rank, place);
        if (trainer.strategy.reduce_boolean_decision(part is not null && Convert.ToInt32(place["processes"], CultureInfo.InvariantCulture) == trainer.world_size))
        {
            LoadRank(part, path);
        }
        else
        {
            L.rank_zero_warn($"{path} was written after a failure that left not all processes the time to write their part: the run goes on at the same place, with other random numbers.");
        }
    }

    private List<object?> GatherRanks()
    {
        var own = SaveRank();
        if (trainer.world_size == 1)
        {
            return [own];
        }

        using var stream = new MemoryStream();
        torch.serialization.save(own, stream);
        var all = trainer.strategy.all_gather_object(stream.ToArray());

        // Only the first process writes.
        return trainer.is_global_zero ? [.. all.Select(Read)] : [];

        static object? Read(object? bytes)
        {
            using var stream = new MemoryStream((byte[])bytes!, writable: false);
            return torch.serialization.load(stream, torch.CPU);
        }
    }

    private Dictionary<string, object?> SaveRank()
    {
        var loop = trainer.EpochLoop;
        using var now = RandomState.Capture(trainer.accelerator);
        return new Dictionary<string, object?>
        {
            ["random"] = Copy(trainer.Progress.Cursor.Phase == LoopPhase.Validation && loop.ValidationRandomState is { } before ? before : now),
            ["epoch_random"] = loop.EpochRandomState is { } start ? Copy(start) : null,
            ["loader"] = loop.LoaderState,
            ["window"] = OpenWindow(),
            ["metrics"] = trainer.Metrics.Training.Save(),
        };

        // The states outlive the objects that hold them.
        static Dictionary<string, object?> Copy(RandomState state)
        {
            var saved = state.Save();
            saved["cpu"] = ((Tensor)saved["cpu"]!).clone().DetachFromDisposeScope();
            return saved;
        }
    }

    private void LoadRank(IReadOnlyList<object?> ranks, string path)
    {
        if (ranks.Count != trainer.world_size)
        {
            L.rank_zero_warn(
                $"{path} was written by {ranks.Count} process(es), and this run has {trainer.world_size}: it goes on at the same place, with other random numbers.");
            return;
        }

        LoadRank(ranks[trainer.global_rank], path);
    }

    private void LoadRank(object? rank, string path)
    {
        if (rank is not IReadOnlyDictionary<string, object?> own)
        {
            throw new MisconfigurationException($"{path} holds no state of the process of rank {trainer.global_rank}.");
        }

        trainer.EpochLoop.Resume(RandomState.Load(own.GetValueOrDefault("random")), RandomState.Load(own.GetValueOrDefault("epoch_random")), own.GetValueOrDefault("loader"));
        trainer.Metrics.Training.Load(own.GetValueOrDefault("metrics") as IReadOnlyList<object?> ?? [], trainer.strategy.root_device);
        if (own.GetValueOrDefault("window") is IReadOnlyDictionary<string, object?> window)
        {
            trainer.EpochLoop.Window.Restore(window, trainer.strategy.root_device);
            RestoreGradients((IReadOnlyDictionary<string, object?>)window["gradients"]!);
        }
    }

    /// <summary>The gradients of an accumulation window that is not full yet; null outside one.</summary>
    private Dictionary<string, object?>? OpenWindow()
    {
        if (!trainer.EpochLoop.InsideWindow)
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

        var window = trainer.EpochLoop.Window.Save();
        window["gradients"] = gradients;
        return window;
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
}
