namespace Lightning;

/// <summary>
/// What a trial changes and gives back bit for bit: weights and buffers (in a file beside the logs, so that they are not held twice), the random
/// generators, the training modes, and who runs the module.
/// </summary>
internal sealed class TrialState : IDisposable
{
    private readonly Trainer _trainer;
    private readonly LightningModule _module;
    private readonly string _path;
    private readonly RandomState _random;
    private readonly ModuleModes _modes;
    private readonly LightningDataModule? _data;

    internal TrialState(Trainer trainer, LightningModule module, LightningDataModule? data, string what)
    {
        _trainer = trainer;
        _module = module;
        _data = data;
        _random = RandomState.Capture(trainer.accelerator);
        _modes = ModuleModes.Capture(module);
        _path = Path.Combine(trainer.default_root_dir, $".{what}_{Guid.NewGuid():N}.ckpt");
        Watch = new Snapshot(this);
    }

    /// <summary>To be among the callbacks of each trial: it keeps the weights before the first one changes them.</summary>
    internal Callback Watch { get; }

    public void Dispose()
    {
        try
        {
            // Without a file no trial has come as far as training.
            if (File.Exists(_path))
            {
                using var scope = torch.NewDisposeScope();
                CheckpointFile.Read(_path, _module.device).LoadInto(_module, strict: true);
            }
        }
        finally
        {
            File.Delete(_path);
            _modes.Restore();
            _module.zero_grad();
            _module.Attach(_trainer);
            if (_data is not null)
            {
                _data.trainer = _trainer;
            }

            _random.Restore(_trainer.accelerator);
            _random.Dispose();
        }
    }

    /// <summary>Setup may make layers, so the weights are all there only when a fit starts.</summary>
    private sealed class Snapshot(TrialState state) : Callback
    {
        public override int Order => 2 * TunerOrder;

        public override void on_fit_start(Trainer trainer, LightningModule pl_module)
        {
            if (!File.Exists(state._path))
            {
                using var scope = torch.NewDisposeScope();
                CheckpointFile.Write(state._path, new() { ["state_dict"] = pl_module.state_dict().ToDictionary(entry => entry.Key, entry => (object?)entry.Value) });
            }
        }
    }
}
