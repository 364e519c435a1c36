namespace Lightning;

/// <summary>
/// Devices, processes and number types for a loop of one's own: what the Trainer stands on, without its loops. The same script runs on one processor, on
/// several GPUs and in 16 bits.
/// </summary>
/// <remarks>
/// Python: <c>lightning.fabric.Fabric</c>. <see cref="launch()"/> starts the processes, <c>setup</c> takes the module and its optimizers,
/// <c>setup_dataloaders</c> the data; <see cref="backward"/> stands in for <c>loss.backward()</c>. Nothing in a step reads a value to the host but
/// "16-mixed", which has to know whether a gradient overflowed. Forward passes may run on several threads, all else belongs to one.
/// </remarks>
public sealed partial class Fabric : IDisposable
{
    private readonly CheckpointIO _checkpointIO;
    private bool _launched;

    /// <summary>Makes a Fabric. Settings that contradict each other are errors here.</summary>
    /// <param name="accelerator">"auto" (the default, the best present), "cpu", "cuda" or "gpu"; left open, the environment variable LT_ACCELERATOR.</param>
    /// <param name="strategy">"auto" (the default), "single_device", "ddp" and its kin, or a <see cref="Strategy"/>; left open, LT_STRATEGY.</param>
    /// <param name="devices">How many devices, or which: a number, "auto", -1 for all, indices; left open, LT_DEVICES.</param>
    /// <param name="num_nodes">How many machines; default 1, or LT_NUM_NODES.</param>
    /// <param name="precision">"32-true" (the default), "64-true", "bf16-mixed", "16-mixed", "bf16-true" or "16-true"; left open, LT_PRECISION.</param>
    /// <param name="plugins">A <see cref="Precision"/>, a <see cref="CheckpointIO"/> and a <see cref="ClusterEnvironment"/> at most.</param>
    /// <param name="callbacks">Objects that <see cref="call(string, object?[])"/> and <see cref="call{T}"/> reach; default none.</param>
    /// <param name="loggers">Where <see cref="log(string, double, long?)"/> writes; default nowhere.</param>
    /// <exception cref="MisconfigurationException">A setting is unknown, impossible here, or contradicts another.</exception>
    public Fabric(
        Accelerator? accelerator = null,
        Strategy? strategy = null,
        Devices devices = default,
        int? num_nodes = null,
        Precision? precision = null,
        IEnumerable<ITrainerPlugin>? plugins = null,
        IEnumerable<object>? callbacks = null,
        LoggerSet? loggers = null)
    {
        var chosen = new TrainerPlugins(plugins);
        this.accelerator = accelerator ?? EnvironmentVariables.Text("LT_ACCELERATOR") ?? "auto";
        var indices = (devices.IsAuto && EnvironmentVariables.Text("LT_DEVICES") is { } text ? text : devices).Resolve(this.accelerator);
        var nodes = num_nodes ?? EnvironmentVariables.Number("LT_NUM_NODES") ?? 1;
        if (nodes < 1)
        {
            throw new MisconfigurationException($"num_nodes: {nodes} is out of range; the least is 1.");
        }

        this.strategy = chosen.Into(Strategy.For(strategy ?? EnvironmentVariables.Text("LT_STRATEGY") ?? "auto", indices.Length * nodes));
        var named = precision ?? (chosen.Precision is null && EnvironmentVariables.Text("LT_PRECISION") is { } name ? (Precision)name : null);
        this.precision = chosen.ChoosePrecision(named).For(this.accelerator);
        _checkpointIO = chosen.CheckpointIO ?? new TorchCheckpointIO();
        this.strategy.num_nodes = nodes;
        this.strategy.setup_environment(this.accelerator, indices);
        this.callbacks = [.. callbacks ?? []];
        this.loggers = loggers is null ? [] : loggers.UseDefault ? [new CSVLogger(Environment.CurrentDirectory)] : loggers.Loggers;
    }

    /// <summary>The kind of device.</summary>
    public Accelerator accelerator { get; }

    /// <summary>How the processes work together.</summary>
    public Strategy strategy { get; }

    /// <summary>The number types.</summary>
    public Precision precision { get; }

    /// <summary>The callbacks.</summary>
    public IReadOnlyList<object> callbacks { get; }

    /// <summary>The loggers.</summary>
    public IReadOnlyList<Logger> loggers { get; }

    /// <summary>The first logger, or null.</summary>
    public Logger? logger => loggers.Count > 0 ? loggers[0] : null;

    /// <summary>The device of this process.</summary>
    public Device device => strategy.root_device;

    /// <summary>The rank of this process among all.</summary>
    public int global_rank => strategy.global_rank;

    /// <summary>The rank of this process on its machine.</summary>
    public int local_rank => strategy.local_rank;

    /// <summary>The number of this machine.</summary>
    public int node_rank => strategy.node_rank;

    /// <summary>How many processes there are.</summary>
    public int world_size => strategy.world_size;

    /// <summary>Whether this is the first process of all.</summary>
    public bool is_global_zero => strategy.is_global_zero;

    /// <summary>Waits for checkpoints that are still being written, and brings what was logged to the disk. Modules, optimizers and processes stay.</summary>
    public void Dispose()
    {
        _checkpointIO.teardown();
        FinalizeLoggers("success");
    }
}
