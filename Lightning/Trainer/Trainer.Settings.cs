namespace Lightning;

// How arguments that say the same thing, or contradict each other, come together.
public sealed partial class Trainer
{
    private static int ResolveMaxEpochs(int? maxEpochs, long maxSteps, bool timed, bool fastDevRun)
    {
        if (maxEpochs is { } given)
        {
            return (int)AtLeast(given, -1, "max_epochs");
        }

        if (maxSteps != -1 || timed || fastDevRun)
        {
            return -1;
        }

        L.rank_zero_warn($"max_epochs was not set: {DefaultEpochs} epochs are trained. Pass max_epochs: to say how many, or -1 for no limit.");
        return DefaultEpochs;
    }

    private static long AtLeast(long value, long least, string argument) => value >= least
        ? value
        : throw new MisconfigurationException($"{argument}: {value} is out of range; the least is {least}{(least == -1 ? ", which means no limit" : "")}.");

    private static string CheckAlgorithm(string? algorithm) => algorithm is null or "norm" or "value"
        ? algorithm ?? "norm"
        : throw new MisconfigurationException($"gradient_clip_algorithm: \"{algorithm}\" is unknown; use \"norm\" or \"value\".");

    /// <summary>What a bare Trainer leaves out cannot be asked of it.</summary>
    private static void CheckBarebones(params ReadOnlySpan<(string Argument, bool Asked)> settings)
    {
        foreach (var (argument, asked) in settings)
        {
            if (asked)
            {
                throw new MisconfigurationException($"barebones: true and {argument} were both passed, and a bare Trainer has nothing of the kind. Drop one of the two.");
            }
        }
    }

    private void TakeOverfit(Batches overfit)
    {
        if (overfit.IsZero)
        {
            return;
        }

        OverfitArgument = nameof(overfit_batches);
        overfit_batches = limit_train_batches = limit_val_batches = overfit;
    }

    private void TakeFastDevRun()
    {
        if (!fast_dev_run.Enabled)
        {
            return;
        }

        limit_train_batches = limit_val_batches = limit_test_batches = limit_predict_batches = fast_dev_run.Batches;
        max_epochs = 1;
        max_steps = fast_dev_run.Batches;
        num_sanity_val_steps = 0;
        val_check_interval = 1.0;
        check_val_every_n_epoch = 1;
        L.rank_zero_info($"fast_dev_run: {fast_dev_run.Batches} batch(es) of each stage, without checkpoints, loggers and early stopping.");
    }

    private IReadOnlyList<Logger> MakeLoggers(LoggerSet? choice)
    {
        if (fast_dev_run.Enabled || barebones)
        {
            return [];
        }

        choice ??= true;
        return choice.UseDefault ? [new TensorBoardLogger(default_root_dir)] : choice.Loggers;
    }

    /// <summary>The switches of the library that the arguments ask for, until the result is disposed.</summary>
    private LibrarySettings Settings()
    {
        if (deterministic.Enabled && !EnvironmentVariables.Has("CUBLAS_WORKSPACE_CONFIG"))
        {
            // Read by cuBLAS when it starts; without it some of its sums depend on the order in which streams come to them.
            Environment.SetEnvironmentVariable("CUBLAS_WORKSPACE_CONFIG", ":4096:8");
        }

        return new LibrarySettings(deterministic, benchmark ?? (deterministic.Enabled && !deterministic.WarnOnly ? false : null));
    }
}
