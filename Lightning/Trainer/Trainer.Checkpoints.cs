namespace Lightning;

public sealed partial class Trainer
{
    /// <summary>Writes a checkpoint of the run as it stands: whole, or not at all.</summary>
    /// <param name="filepath">The file.</param>
    /// <param name="weights_only">Leaves out what only resuming needs.</param>
    /// <exception cref="IOException">It cannot be written; the message names the path and the free space.</exception>
    public void save_checkpoint(string filepath, bool weights_only = false)
    {
        if (lightning_module is null)
        {
            throw new MisconfigurationException("save_checkpoint was called before a module was given to fit, validate, test or predict.");
        }

        strategy.barrier();
        if (is_global_zero)
        {
            using var scope = torch.NewDisposeScope();
            CheckpointFile.Write(filepath, _content.Save(weights_only));
        }

        strategy.barrier();
    }

    private CheckpointFile? ResolveCheckpoint(string? ckptPath, bool modelGiven)
    {
        var path = ckptPath switch
        {
            null when modelGiven => null,
            null => WarnBest(),
            "best" => BestPath(),
            "last" => LastPath(),
            var given => given,
        };
        ResumedFrom = path is null ? null : Path.GetFullPath(path);
        return path is null ? null : CheckpointFile.Read(path);
    }

    private string WarnBest()
    {
        L.rank_zero_warn("No module and no ckpt_path were passed: the best checkpoint of the last fit is used. Pass ckpt_path: \"best\" to say so.");
        return BestPath();
    }

    private string BestPath()
    {
        if (fast_dev_run.Enabled)
        {
            throw new MisconfigurationException("ckpt_path: \"best\" has no meaning under fast_dev_run, which writes no checkpoints. Pass the module or a path.");
        }

        return checkpoint_callback switch
        {
            null => throw new MisconfigurationException("ckpt_path: \"best\" needs a ModelCheckpoint among the callbacks, and there is none."),
            { best_model_path: "" } => throw new MisconfigurationException("ckpt_path: \"best\" was asked for, and no checkpoint has been written. Fit first, or pass a path."),
            var callback => callback.best_model_path,
        };
    }

    private string? LastPath()
    {
        var newest = callbacks.OfType<Checkpoint>()
            .SelectMany(callback => callback.LastCandidates(this))
            .OrderByDescending(File.GetLastWriteTimeUtc)
            .FirstOrDefault();
        if (newest is null)
        {
            L.rank_zero_warn("ckpt_path: \"last\" found no last checkpoint; the run starts afresh.");
        }

        return newest;
    }
}
