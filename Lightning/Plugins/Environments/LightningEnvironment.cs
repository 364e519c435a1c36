using System.Net;
using System.Net.Sockets;

namespace Lightning.Plugins;

/// <summary>
/// No launcher: the first process of each machine starts the others by running the program again. On several machines the user starts one process each,
/// with MASTER_ADDR, MASTER_PORT and NODE_RANK set.
/// </summary>
/// <remarks>Python: <c>lightning.pytorch.plugins.environments.LightningEnvironment</c>.</remarks>
public sealed class LightningEnvironment : ClusterEnvironment
{
    private readonly int _devices;
    private readonly int _nodes;
    private int? _port;

    /// <summary>Makes the environment.</summary>
    /// <param name="devices">The processes of one machine.</param>
    /// <param name="nodes">The machines.</param>
    public LightningEnvironment(int devices, int nodes = 1) => (_devices, _nodes) = (devices, nodes);

    /// <inheritdoc/>
    public override bool creates_processes_externally => IsChild;

    /// <summary>Another process of this program started this one.</summary>
    internal static bool IsChild => EnvironmentVariables.Has("LOCAL_RANK");

    /// <inheritdoc/>
    public override string main_address => EnvironmentVariables.Text("MASTER_ADDR") ?? "127.0.0.1";

    /// <inheritdoc/>
    public override int main_port => _port ??= EnvironmentVariables.Number("MASTER_PORT") ?? FreePort();

    /// <inheritdoc/>
    public override int world_size() => _devices * _nodes;

    /// <inheritdoc/>
    public override int global_rank() => (node_rank() * _devices) + local_rank();

    /// <inheritdoc/>
    public override int local_rank() => EnvironmentVariables.Number("LOCAL_RANK") ?? 0;

    /// <inheritdoc/>
    public override int node_rank() => EnvironmentVariables.Number("NODE_RANK") ?? EnvironmentVariables.Number("GROUP_RANK") ?? 0;

    /// <inheritdoc/>
    public override int local_world_size() => _devices;

    private int FreePort()
    {
        if (_nodes > 1)
        {
            throw new MisconfigurationException(
                $"num_nodes: {_nodes} machines have to know where rank 0 is: set MASTER_ADDR, MASTER_PORT and NODE_RANK on each, or start the program with torchrun or SLURM.");
        }

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
