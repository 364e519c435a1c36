namespace Lightning;

/// <summary>The training flag of every submodule, so that frozen parts come back frozen after an evaluation.</summary>
internal sealed class ModuleModes
{
    private readonly List<(torch.nn.Module Module, bool Training)> _modes = [];

    internal static ModuleModes Capture(LightningModule module)
    {
        var modes = new ModuleModes();
        modes._modes.Add((module, module.training));
        foreach (var child in module.modules())
        {
            modes._modes.Add((child, child.training));
        }

        return modes;
    }

    /// <summary>Gives each its flag back, parents before children, since setting one sets those below it too.</summary>
    internal void Restore()
    {
        foreach (var (module, training) in _modes)
        {
            if (module.training != training)
            {
                module.train(training);
            }
        }
    }
}
