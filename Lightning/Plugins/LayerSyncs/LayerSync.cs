namespace Lightning.Plugins;

/// <summary>Lets layers of a module work over all processes while a fit runs.</summary>
/// <remarks>Python: <c>lightning.pytorch.plugins.LayerSync</c>.</remarks>
public abstract class LayerSync : ITrainerPlugin
{
    /// <summary>Changes the module's layers; called when a fit of several processes begins, before they share gradients.</summary>
    /// <param name="model">The module, on its device.</param>
    public abstract void apply(LightningModule model);

    /// <summary>Takes back what <see cref="apply"/> has changed; called when the fit is over. Does nothing by default.</summary>
    /// <param name="model">The module.</param>
    public virtual void revert(LightningModule model)
    {
    }
}
