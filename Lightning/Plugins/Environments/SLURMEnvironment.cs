using System.Globalization;

namespace Lightning.Plugins;

/// <summary>SLURM's <c>srun</c>, which starts a process for each task of a job.</summary>
/// <remarks>Python: <c>lightning.pytorch.plugins.environments.SLURMEnvironment</c>. An interactive job (named "bash" or "interactive") is none.</remarks>
public sealed class SLURMEnvironment : ClusterEnvironment
{
    private const int FirstPort = 15000;
    private const int Ports = 10000;

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
