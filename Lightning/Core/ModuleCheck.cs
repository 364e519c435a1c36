namespace Lightning;

/// <summary>Looks at a module before a run, for mistakes that would show late or not at all.</summary>
internal static class ModuleCheck
{
    internal const string Register = "Call RegisterComponents() last in the constructor, or register_module for each";

    /// <summary>Fails where the module was disposed.</summary>
    internal static void Alive(LightningModule module, TrainerStage stage)
    {
        if (module.IsDisposed)
        {
            throw new ObjectDisposedException(
                module.GetType().Name,
                $"The module was disposed before {stage.ToString().ToLowerInvariant()} was called, and its weights are gone. Make it anew, or dispose it later.");
        }
    }

    /// <summary>Fails where the module keeps all of its modules to itself, and warns of single ones: they would not be trained, saved or moved.</summary>
    internal static void Components(LightningModule module)
    {
        var hidden = module.HiddenComponents;
        if (hidden.Count == 0)
        {
            return;
        }

        var (name, fields) = (module.GetType().Name, string.Join(", ", hidden));
        if (!module.parameters().Any())
        {
            throw new MisconfigurationException(
                $"{name} has no parameters, although its fields hold modules that do: {fields}. They were not registered. {Register}.");
        }

        L.rank_zero_warn($"{name} has fields whose parameters were not registered, and are not trained, saved or moved: {fields}. {Register}.");
    }
}
