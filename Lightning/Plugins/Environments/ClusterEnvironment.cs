namespace Lightning.Plugins;

/// <summary>Who started the processes of a run and where they find each other.</summary>
/// <remarks>Python: <c>lightning.pytorch.plugins.environments.ClusterEnvironment</c>. One environment per file; <see cref="Detect"/> asks each whether it is there.</remarks>
public abstract class ClusterEnvironment : ITrainerPlugin
{
    /// <summary>Whether something else starts every process; if not, the first process starts the others.</summary>
    public abstract bool creates_processes_externally { get; }

    /// <summary>Where rank 0 is.</summary>
    public abstract string main_address { get; }

    /// <summary>The port that rank 0 serves.</summary>
    public abstract int main_port { get; }

    /// <summary>How many processes there are.</summary>
    public abstract int world_size();

    /// <summary>The rank of this process among all.</summary>
    public abstract int global_rank();

    /// <summary>The rank of this process on its machine.</summary>
    public abstract int local_rank();

    /// <summary>The number of this machine.</summary>
    public abstract int node_rank();

    /// <summary>How many processes run on this machine.</summary>
    public abstract int local_world_size();

    /// <summary>The environment that this process was started in.</summary>
    /// <param name="devices">The devices of one machine, which is how many processes the first one starts there.</param>
    /// <param name="nodes">How many machines there are.</param>
    internal static ClusterEnvironment Detect(int devices, int nodes) =>
        TorchElasticEnvironment.detect() ? new TorchElasticEnvironment()
        : SLURMEnvironment.detect() ? new SLURMEnvironment()
        : new LightningEnvironment(devices, nodes);
}
