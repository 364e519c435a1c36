using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Lightning.Plugins;

/// <summary>
/// SLURM's <c>srun</c>, which starts a process for each task of a job. A job that asks SLURM for a signal before its time is over
/// (<c>#SBATCH --signal=SIGUSR1@90</c>) writes a checkpoint then, <c>hpc_ckpt_N.ckpt</c> in the Trainer's <c>default_root_dir</c>, is put back into the queue,
/// and goes on from there when it runs again.
/// </summary>
/// <remarks>Python: <c>lightning.pytorch.plugins.environments.SLURMEnvironment</c>. An interactive job (named "bash" or "interactive") is none.</remarks>
public sealed class SLURMEnvironment : ClusterEnvironment
{
    private const int FirstPort = 15000;
    private const int Ports = 10000;

    // SIGUSR1's number is 10 on Linux and 30 on the systems that come from BSD; PosixSignal has no name for it.
    private static readonly PosixSignal UserSignal = (PosixSignal)(OperatingSystem.IsLinux() ? 10 : 30);

    /// <summary>Makes the environment.</summary>
    /// <param name="auto_requeue">Whether a fit saves its state and puts the job back into the queue when the signal comes; default true.</param>
    /// <param name="requeue_signal">The signal; null takes SIGUSR1.</param>
    public SLURMEnvironment(bool auto_requeue = true, PosixSignal? requeue_signal = null)
    {
        this.auto_requeue = auto_requeue;
        this.requeue_signal = requeue_signal ?? UserSignal;
    }

    /// <summary>Whether a fit saves its state and puts the job back into the queue when the signal comes.</summary>
    public bool auto_requeue { get; }

    /// <summary>The signal that says that the job's time is nearly over.</summary>
    public PosixSignal requeue_signal { get; }

    /// <inheritdoc/>
    public override bool creates_processes_externally => true;

    /// <summary>The first machine of the job: "node[03-05,9],other" stands for node03.</summary>
    public override string main_address => EnvironmentVariables.Text("MASTER_ADDR") ?? FirstHost(EnvironmentVariables.Needed("SLURM_NODELIST"));

    /// <summary>A port that follows from the job's number, so that all processes take the same one and jobs on one machine different ones.</summary>
    public override int main_port => EnvironmentVariables.Number("MASTER_PORT")
        ?? FirstPort + (int)(long.Parse(EnvironmentVariables.Needed("SLURM_JOB_ID"), CultureInfo.InvariantCulture) % Ports);

    /// <summary>Whether this process was started so.</summary>
    public static bool detect() =>
        EnvironmentVariables.Has("SLURM_NTASKS") && EnvironmentVariables.Has("SLURM_PROCID")
        && EnvironmentVariables.Text("SLURM_JOB_NAME") is not ("bash" or "interactive");

    /// <inheritdoc/>
    public override int world_size() => EnvironmentVariables.NeededNumber("SLURM_NTASKS");

    /// <inheritdoc/>
    public override int global_rank() => EnvironmentVariables.NeededNumber("SLURM_PROCID");

    /// <inheritdoc/>
    public override int local_rank() => EnvironmentVariables.NeededNumber("SLURM_LOCALID");

    /// <inheritdoc/>
    public override int node_rank() => EnvironmentVariables.NeededNumber("SLURM_NODEID");

    /// <inheritdoc/>
    public override int local_world_size() => EnvironmentVariables.Number("SLURM_NTASKS_PER_NODE") ?? world_size() / (EnvironmentVariables.Number("SLURM_NNODES") ?? 1);

    /// <summary>Asks SLURM to run the job again. It does so when it can, and ends this one.</summary>
    internal static void Requeue()
    {
        var job = EnvironmentVariables.Text("SLURM_ARRAY_JOB_ID") is { } array
            ? $"{array}_{EnvironmentVariables.Needed("SLURM_ARRAY_TASK_ID")}"
            : EnvironmentVariables.Needed("SLURM_JOB_ID");
        try
        {
            using var process = Process.Start(new ProcessStartInfo("scontrol", ["requeue", job]))!;
            process.WaitForExit();
            if (process.ExitCode == 0)
            {
                L.rank_zero_info($"SLURM's job {job} is back in the queue.");
            }
            else
            {
                L.rank_zero_warn($"\"scontrol requeue {job}\" ended with exit code {process.ExitCode}: the job is not back in the queue. Submit it again; it goes on from its last checkpoint.");
            }
        }
        catch (Win32Exception exception)
        {
            L.rank_zero_warn($"\"scontrol requeue {job}\" could not be run ({exception.Message}): the job is not back in the queue. Submit it again; it goes on from its last checkpoint.");
        }
    }

    internal static string FirstHost(string list)
    {
        var bracket = list.IndexOf('[', StringComparison.Ordinal);
        var comma = list.IndexOf(',', StringComparison.Ordinal);
        if (bracket < 0 || (comma >= 0 && comma < bracket))
        {
            return comma < 0 ? list : list[..comma];
        }

        var end = list.IndexOfAny(['-', ',', ']'], bracket);
        return list[..bracket] + list[(bracket + 1)..end];
    }
}
