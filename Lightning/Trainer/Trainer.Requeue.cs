using System.Globalization;

namespace Lightning;

// Jobs of a queue whose time ends before the training does.
public sealed partial class Trainer
{
    private const string RequeuedPrefix = "hpc_ckpt_";
    private readonly SLURMEnvironment? _slurm;
    private RequeueWatch? _requeue;

    /// <summary>A trial of the tuner, which is no job's own training.</summary>
    internal bool IsTrial { get; init; }

    private SLURMEnvironment? Slurm => IsTrial ? null : _slurm;

    /// <summary>Saves the run and puts its job back into the queue when the signal has come; called between batches. The run goes on until SLURM ends it.</summary>
    internal void RequeueIfAsked()
    {
        if (_requeue is null || !_requeue.Due())
        {
            return;
        }

        if (is_global_zero)
        {
            foreach (var item in loggers)
            {
                item.save();
            }
        }

        var path = strategy.broadcast(is_global_zero ? Path.Combine(default_root_dir, $"{RequeuedPrefix}{(Requeued()?.Number ?? 0) + 1}.ckpt") : "");
        save_checkpoint(path);

        // What is written by another thread has to be on disk before the job is gone.
        checkpoint_io.teardown();
        strategy.barrier();
        if (is_global_zero)
        {
            SLURMEnvironment.Requeue();
        }
    }

    private RequeueWatch? WatchForRequeue() =>
        stage == TrainerStage.Fit && Slurm is { auto_requeue: true } slurm && !OperatingSystem.IsWindows() ? new RequeueWatch(strategy, slurm.requeue_signal) : null;

    /// <summary>Under SLURM a fit goes on where the job was put back into the queue.</summary>
    private CheckpointFile? LeftByRequeue()
    {
        if (stage != TrainerStage.Fit || Slurm is null)
        {
            return null;
        }

        // Processes must agree: the first one looks.
        var path = strategy.broadcast(is_global_zero ? Requeued()?.Path ?? "" : "");
        if (path.Length == 0)
        {
            return null;
        }

        L.rank_zero_info($"The job was put back into the queue before: the fit goes on from {path}.");
        return Open(path);
    }

    /// <summary>The file that a job which was put back into the queue has left: the one with the highest number.</summary>
    private string HpcPath() => Requeued()?.Path
        ?? throw new MisconfigurationException($"ckpt_path: \"hpc\" found no {RequeuedPrefix}N.ckpt in {default_root_dir}. Pass a path, or default_root_dir:.");

    private (string Path, int Number)? Requeued()
    {
        (string Path, int Number)? newest = null;
        if (!Directory.Exists(default_root_dir))
        {
            return null;
        }

        foreach (var path in Directory.EnumerateFiles(default_root_dir, $"{RequeuedPrefix}*.ckpt"))
        {
            if (int.TryParse(Path.GetFileNameWithoutExtension(path).AsSpan(RequeuedPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number > (newest?.Number ?? -1))
            {
                newest = (path, number);
            }
        }

        return newest;
    }
}
