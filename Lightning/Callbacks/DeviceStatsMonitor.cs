using System.Diagnostics;

namespace Lightning;

/// <summary>Logs what the device and the process use, before and after batches, whenever step metrics go to the loggers.</summary>
/// <remarks>
/// Names are <c>DeviceStatsMonitor.on_train_batch_start/cpu_percent</c> and so on. Of the processor: <c>cpu_percent</c> (this process's share of all cores
/// since the last look), <c>cpu_vm_percent</c> (memory of the machine in use), <c>cpu_process_bytes</c>, <c>cpu_managed_bytes</c>; of CUDA:
/// <c>allocated_bytes</c>, <c>allocated_bytes_peak</c>, <c>reserved_bytes_peak</c>. Nothing waits for the device.
/// Python: <c>lightning.pytorch.callbacks.DeviceStatsMonitor</c>.
/// </remarks>
public sealed class DeviceStatsMonitor : Callback
{
    private readonly bool? _cpu;
    private readonly HashSet<string>? _keys;
    private long _lookedAt = Stopwatch.GetTimestamp();
    private TimeSpan _processorTime = Environment.CpuUsage.TotalTime;

    /// <summary>Makes the callback.</summary>
    /// <param name="cpu_stats">Whether to log the processor's too; null (the default) does so when training runs on it.</param>
    /// <param name="filter_keys">The only numbers to log; null for all.</param>
    public DeviceStatsMonitor(bool? cpu_stats = null, IEnumerable<string>? filter_keys = null)
    {
        _cpu = cpu_stats;
        _keys = filter_keys?.ToHashSet();
    }

    /// <inheritdoc/>
    public override void setup(Trainer trainer, LightningModule pl_module, string stage)
    {
        if (stage == "fit" && trainer.loggers.Count == 0 && !trainer.fast_dev_run.Enabled)
        {
            throw new MisconfigurationException("DeviceStatsMonitor needs a logger, and the Trainer has none. Pass logger: true, or drop the callback.");
        }
    }

    /// <inheritdoc/>
    public override void on_train_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx) =>
        Log(trainer, nameof(on_train_batch_start));

    /// <inheritdoc/>
    public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx) =>
        Log(trainer, nameof(on_train_batch_end));

    private void Log(Trainer trainer, string hook)
    {
        var step = trainer.Progress.BatchesThatStepped;
        if (trainer.loggers.Count == 0 || trainer.log_every_n_steps == 0 || (step + 1) % trainer.log_every_n_steps != 0)
        {
            return;
        }

        var row = new Dictionary<string, double>();
        if (trainer.strategy.root_device.type == DeviceType.CUDA)
        {
            var device = trainer.strategy.root_device;
            row["allocated_bytes"] = torch.cuda.memory_allocated(device);
            row["allocated_bytes_peak"] = torch.cuda.max_memory_allocated(device);
            row["reserved_bytes_peak"] = torch.cuda.max_memory_reserved(device);
        }

        if (_cpu ?? trainer.strategy.root_device.type == DeviceType.CPU)
        {
            AddProcessor(row);
        }

        var prefix = $"{nameof(DeviceStatsMonitor)}.{hook}/";
        trainer.LogToLoggers(
            row.Where(entry => _keys?.Contains(entry.Key) ?? true).ToDictionary(entry => prefix + entry.Key, entry => entry.Value), step);
    }

    private void AddProcessor(Dictionary<string, double> row)
    {
        var now = Stopwatch.GetTimestamp();
        var used = Environment.CpuUsage.TotalTime;
        var passed = Stopwatch.GetElapsedTime(_lookedAt, now);
        row["cpu_percent"] = passed > TimeSpan.Zero ? 100 * ((used - _processorTime) / passed) / Environment.ProcessorCount : 0;
        (_lookedAt, _processorTime) = (now, used);
        var memory = GC.GetGCMemoryInfo();
        row["cpu_vm_percent"] = 100.0 * memory.MemoryLoadBytes / memory.TotalAvailableMemoryBytes;
        row["cpu_process_bytes"] = Environment.WorkingSet;
        row["cpu_managed_bytes"] = GC.GetTotalMemory(forceFullCollection: false);
    }
}
