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

        // Every process puts its part in; the first one writes.
        using var scope = torch.NewDisposeScope();
        var content = _content.Save(weights_only);
        if (is_global_zero)
        {
            checkpoint_io.save_checkpoint(content, filepath);
        }

        strategy.barrier();
    }

    /// <summary>What writes and reads checkpoints.</summary>
    public CheckpointIO checkpoint_io { get; }

    private CheckpointFile? ResolveCheckpoint(string? ckptPath, bool modelGiven)
    {
        var checkpoint = ckptPath switch
        {
            null when modelGiven => LeftByRequeue() ?? LeftByFailure(),
            null => Open(WarnBest()),
            "hpc" => Open(HpcPath()),
            "best" => Open(BestPath()),
            "last" => OpenLast(),
            var given => Open(given),
        };
        ResumedFrom = checkpoint is null ? null : Path.GetFullPath(checkpoint.Path);
        return checkpoint;
    }

    /// <summary>A fit with an <see cref="OnExceptionCheckpoint"/> goes on where the one before failed.</summary>
    private CheckpointFile? LeftByFailure() =>
        stage == TrainerStage.Fit && strategy.broadcast(callbacks.OfType<OnExceptionCheckpoint>().Any(callback => File.Exists(callback.ckpt_path))) ? OpenLast() : null;

    private CheckpointFile Open(string path) => CheckpointFile.Of(path, checkpoint_io.load_checkpoint(path));

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

    /// <summary>
    /// The newest checkpoint that a run can go on from: of the files named "last", then of all that the callbacks wrote. One that a crash has left
    /// damaged, or that holds weights only, is passed over.
    /// </summary>
    private CheckpointFile? OpenLast()
    {
        // Processes must agree: the first one looks.
        CheckpointFile? found = null;
        var path = strategy.broadcast(is_global_zero ? FindLast(out found) : "");
        if (path.Length > 0)
        {
            return found ?? Open(path);
        }

        L.rank_zero_warn("ckpt_path: \"last\" found no last checkpoint; the run starts afresh.");
        return null;
    }

    private string FindLast(out CheckpointFile? found)
    {
        foreach (var path in LastCandidates())
        {
            try
            {
                found = Open(path);
                if (found.CanResume)
                {
                    return path;
                }
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException or FormatException or MisconfigurationException)
            {
                L.rank_zero_warn($"ckpt_path: \"last\" passes over a file that cannot be read: {exception.Message}");
            }
        }

        found = null;
        return "";
    }

    private IEnumerable<string> LastCandidates()
    {
        var named = callbacks.OfType<Checkpoint>().SelectMany(callback => callback.LastCandidates(this)).Distinct().ToList();
        var others = callbacks.OfType<Checkpoint>().SelectMany(callback => callback.AllCandidates(this)).Distinct().Except(named);
        return [.. named.OrderByDescending(File.GetLastWriteTimeUtc), .. others.OrderByDescending(File.GetLastWriteTimeUtc)];
    }
}
