namespace Lightning;

/// <summary>Where metrics and hyperparameters are written down.</summary>
/// <remarks>Python: <c>lightning.pytorch.loggers.Logger</c>. The Trainer calls it on the first rank only.</remarks>
public abstract class Logger
{
    /// <summary>The name of the experiment.</summary>
    public abstract string name { get; }

    /// <summary>The version of this run, for example "version_0".</summary>
    public abstract string version { get; }

    /// <summary>The folder above all experiments.</summary>
    public abstract string save_dir { get; }

    /// <summary>The folder of this run.</summary>
    public virtual string log_dir => Path.Combine(save_dir, name, version);

    /// <summary>Writes one row of metrics.</summary>
    /// <param name="metrics">The numbers by name.</param>
    /// <param name="step">The x-axis.</param>
    public abstract void log_metrics(IReadOnlyDictionary<string, double> metrics, long step);

    /// <summary>Writes the hyperparameters.</summary>
    public virtual void log_hyperparams(HyperParameters hparams)
    {
    }

    /// <summary>Writes the module's graph; called when a fit begins. Does nothing unless a logger can.</summary>
    /// <param name="model">The module.</param>
    /// <param name="input_array">What to run it on; null takes <see cref="LightningModule.example_input_array"/>.</param>
    public virtual void log_graph(LightningModule model, Tensor? input_array = null)
    {
    }

    /// <summary>Brings everything to the disk.</summary>
    public virtual void save()
    {
    }

    /// <summary>Called when a run is over.</summary>
    /// <param name="status">"success" or "failed".</param>
    public virtual void finalize(string status) => save();

    /// <summary>Called when a callback has written a checkpoint.</summary>
    public virtual void after_save_checkpoint(Checkpoint checkpoint_callback)
    {
    }
}
