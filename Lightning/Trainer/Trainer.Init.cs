namespace Lightning;

public sealed partial class Trainer
{
    /// <summary>Until the result is disposed, modules are made in the precision's type and on this process's device where they ask for none: nothing is converted or moved later.</summary>
    /// <remarks>Python: <c>Trainer.init_module</c>.</remarks>
    public IDisposable init_module() => new Factories(precision.input_type ?? torch.get_default_dtype(), strategy.root_device);

    /// <summary>Makes a module in the precision's type and on this process's device.</summary>
    /// <typeparam name="T">The module's type.</typeparam>
    /// <param name="make">Makes the module.</param>
    /// <param name="empty_init">
    /// Whether to leave parameters and buffers as memory has them: nothing is drawn and no time is spent on values that a checkpoint will overwrite. Default false.
    /// </param>
    /// <returns>The module.</returns>
    public T init_module<T>(Func<T> make, bool empty_init = false)
        where T : torch.nn.Module
    {
        ArgumentNullException.ThrowIfNull(make);
        using var factories = new Factories(precision.input_type ?? torch.get_default_dtype(), empty_init ? torch.META : strategy.root_device);
        var module = make();
        if (empty_init)
        {
            module.to_empty(strategy.root_device);
        }

        return module;
    }
}
