namespace Lightning;

/// <summary>
/// Several processes, each with a copy of the module and a share of the data; gradients are averaged while backward computes them. Without a launcher the
/// first process starts the others by running the program again with the same arguments.
/// </summary>
/// <remarks>Python: <c>lightning.pytorch.strategies.DDPStrategy</c>. Names: "ddp", "ddp_find_unused_parameters_true".</remarks>
public sealed partial class DDPStrategy : Strategy
{
    // The processes are started once, for all Trainers of a program.
    private static SubprocessLauncher? _launcher;

    private readonly string? _backend;
    private readonly TimeSpan? _timeout;
    private readonly bool _findUnused;
    private readonly bool _bucketViews;
    private readonly bool _broadcastBuffers;
    private readonly double _bucketMegabytes;
    private ClusterEnvironment? _environment;
    private DDPReplica? _replica;
    private Device _device = torch.CPU;

    /// <summary>Makes the strategy.</summary>
    /// <param name="cluster_environment">Who starts the processes; null finds out: torchrun, SLURM, or nobody.</param>
    /// <param name="process_group_backend">"gloo" or "nccl"; null takes NCCL for CUDA devices and gloo for the others.</param>
    /// <param name="timeout">How long processes wait for each other; default 30 minutes. One that dies is noticed at once.</param>
    /// <param name="find_unused_parameters">Whether some parameters may get no gradient in some steps; default false, which is faster.</param>
    /// <param name="gradient_as_bucket_view">Whether gradients are views of what travels, which saves memory; default false.</param>
    /// <param name="broadcast_buffers">Whether rank 0's buffers go to all before each step; default true.</param>
    /// <param name="bucket_cap_mb">How many MiB of gradients travel together; default 25.</param>
    public DDPStrategy(
        ClusterEnvironment? cluster_environment = null,
        string? process_group_backend = null,
        TimeSpan? timeout = null,
        bool find_unused_parameters = false,
        bool gradient_as_bucket_view = false,
        bool broadcast_buffers = true,
        double bucket_cap_mb = 25)
    {
        _environment = cluster_environment;
        _backend = process_group_backend;
        _timeout = timeout;
        _findUnused = find_unused_parameters;
        _bucketViews = gradient_as_bucket_view;
        _broadcastBuffers = broadcast_buffers;
        _bucketMegabytes = bucket_cap_mb;
    }

    /// <inheritdoc/>
    public override Device root_device => _device;

    /// <inheritdoc/>
    public override int global_rank => Environment.global_rank();

    /// <inheritdoc/>
    public override int world_size => Environment.world_size();

    /// <inheritdoc/>
    public override int local_rank => Environment.local_rank();

    /// <inheritdoc/>
    /// <remarks>gloo writes to tensors in ways that inference mode forbids.</remarks>
    public override bool sends_inference_tensors => Backend != "gloo";

    /// <inheritdoc/>
    public override int node_rank => Environment.node_rank();

    /// <summary>Who started the processes.</summary>
    public ClusterEnvironment cluster_environment => Environment;

    private string Backend => _backend ?? (_device.type == DeviceType.CUDA ? "nccl" : "gloo");

    private ClusterEnvironment Environment => _environment
        ?? throw new InvalidOperationException("The strategy has not been given to a Trainer yet.");

    /// <summary>Takes an environment that the Trainer was given.</summary>
    internal void UseEnvironment(ClusterEnvironment environment) => _environment = _environment is null || ReferenceEquals(_environment, environment)
        ? environment
        : throw new MisconfigurationException("The strategy has a cluster_environment, and plugins has another. Pass one of them.");

    /// <inheritdoc/>
    public override void setup_environment(Accelerator accelerator, IReadOnlyList<int> devices)
    {
        _environment ??= ClusterEnvironment.Detect(devices.Count, num_nodes);
        if (devices.Count > 1 && world_size != devices.Count * num_nodes)
        {
            throw new MisconfigurationException(
                $"devices: {devices.Count} on {num_nodes} machine(s) make {devices.Count * num_nodes} processes, and the launcher has started {world_size} (WORLD_SIZE). "
                + "Make the two agree.");
        }

        if (global_rank < 0 || global_rank >= world_size)
        {
            throw new MisconfigurationException($"This process has the rank {global_rank} (RANK or LOCAL_RANK), and ranks go from 0 to {world_size - 1}.");
        }

        L.rank = global_rank;
        _device = accelerator.get_device(devices.Count > 1 ? devices[local_rank] : accelerator is CpuAccelerator ? devices[0] : local_rank);
    }

    /// <inheritdoc/>
    public override void launch()
    {
        if (torch.distributed.is_initialized())
        {
            return;
        }

        LastWords.Arm();
        if (!Environment.creates_processes_externally && Environment.local_world_size() > 1)
        {
            _launcher = new SubprocessLauncher();
            _launcher.Launch(Environment);
        }
        else if (Environment is LightningEnvironment && local_rank > 0)
        {
            ParentWatch.Begin(global_rank, world_size);
        }

        ShareProcessors();
        using var awaiting = _launcher?.Awaiting();
        torch.distributed.init_process_group(
            Backend,
            $"tcp://{Environment.main_address}:{Environment.main_port}",
            _timeout,
            world_size,
            global_rank);
    }

    /// <inheritdoc/>
    public override void setup_module(torch.nn.Module module)
    {
        _replica?.Dispose();
        _replica = new DDPReplica(module, Connect);
    }

    /// <inheritdoc/>
    public override IModuleReplica Replicate(torch.nn.Module module) => new DDPReplica(module, Connect);

    /// <inheritdoc/>
    public override void pre_forward() => _replica?.BeforeForward();

    /// <inheritdoc/>
    public override void pre_backward(Tensor loss) => _replica?.AfterForward(loss);

    /// <inheritdoc/>
    public override void pre_evaluation() => _replica?.SyncBuffers();

    /// <inheritdoc/>
    public override IDisposable? block_backward_sync() => _replica?.BlockBackwardSync();

    /// <inheritdoc/>
    public override void on_exception(Exception exception) => _launcher?.Abandon(exception);

    /// <inheritdoc/>
    public override void teardown()
    {
        _replica?.Dispose();
        _replica = null;
        _launcher?.CallOff();
    }

    private torch.nn.parallel.Replica Connect(torch.nn.Module module) => new(
        module,
        broadcast_buffers: _broadcastBuffers,
        bucket_cap_mb: _bucketMegabytes,
        find_unused_parameters: _findUnused,
        gradient_as_bucket_view: _bucketViews);

    /// <summary>The ranks of a machine share its processors, unless the user has said how many threads each takes.</summary>
    private void ShareProcessors()
    {
        if (!EnvironmentVariables.Has("OMP_NUM_THREADS") && !EnvironmentVariables.Has("MKL_NUM_THREADS"))
        {
            torch.set_num_threads(Math.Max(1, System.Environment.ProcessorCount / Environment.local_world_size()));
        }
    }
}
