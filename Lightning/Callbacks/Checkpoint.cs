namespace Lightning;

/// <summary>The base of callbacks that write checkpoints: they run last. The Trainer adds a <see cref="ModelCheckpoint"/> when there is none.</summary>
public abstract class Checkpoint : Callback
{
    /// <inheritdoc/>
    public sealed override int Order => CheckpointOrder;

    /// <summary>The file with the best score, or "" before one is written; <c>ckpt_path: "best"</c> loads it.</summary>
    public virtual string best_model_path => "";

    /// <summary>The newest file written as "last", or "" when there is none; <c>ckpt_path: "last"</c> loads the newest of all.</summary>
    public virtual string last_model_path => "";

    /// <summary>The folder and name pattern of the files that <c>ckpt_path: "last"</c> looks at.</summary>
    internal virtual IEnumerable<string> LastCandidates(Trainer trainer) => [];

    /// <summary>All files that it may have written; when none is named "last", <c>ckpt_path: "last"</c> looks at them.</summary>
    internal virtual IEnumerable<string> AllCandidates(Trainer trainer) => [];

    /// <summary>Writes what a failed run has come to. When that fails too, it is a warning: the first exception is the one to report.</summary>
    private protected static void SaveAfter(Exception exception, Trainer trainer, string path, bool weightsOnly)
    {
        // Another process's end would end this one meanwhile.
        using var held = LastWords.Hold();
        try
        {
            trainer.SaveAfterFailure(path, weightsOnly);
            L.rank_zero_info($"{exception.GetType().Name}: the state of the run was written to {path}.");
        }
        catch (Exception problem) when (problem is IOException or MisconfigurationException or TorchException)
        {
            L.rank_zero_warn($"{exception.GetType().Name}: the state of the run could not be written to {path}: {problem.Message}");
        }
    }
}
