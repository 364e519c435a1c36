namespace Lightning.Plugins;

/// <summary>torchrun, or another launcher that sets its variables: RANK, LOCAL_RANK, WORLD_SIZE, MASTER_ADDR, MASTER_PORT.</summary>
/// <remarks>Python: <c>lightning.pytorch.plugins.environments.TorchElasticEnvironment</c>.</remarks>
public sealed class TorchElasticEnvironment : ClusterEnvironment
{
    private static readonly string[] Required = ["RANK", "WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT"];

    /// <inheritdoc/>
    public override bool creates_processes_externally => true;

    /// <inheritdoc/>
    public override string main_address => EnvironmentVariables.Needed("MASTER_ADDR");

    /// <inheritdoc/>
    public override int main_port => EnvironmentVariables.NeededNumber("MASTER_PORT");

    /// <summary>Whether this process was started so.</summary>
    public static bool detect() => Array.TrueForAll(Required, EnvironmentVariables.Has);

    /// <inheritdoc/>
    public override int world_size() => EnvironmentVariables.NeededNumber("WORLD_SIZE");

    /// <inheritdoc/>
    public override int global_rank() => EnvironmentVariables.NeededNumber("RANK");

    /// <inheritdoc/>
    public override int local_rank() => EnvironmentVariables.Number("LOCAL_RANK") ?? global_rank() % local_world_size();

    /// <inheritdoc/>
    public override int node_rank() => EnvironmentVariables.Number("GROUP_RANK") ?? EnvironmentVariables.Number("NODE_RANK") ?? 0;

    /// <inheritdoc/>
    public override int local_world_size() => EnvironmentVariables.Number("LOCAL_WORLD_SIZE") ?? world_size();
}
