namespace Lightning;

/// <summary>The Trainer's <c>plugins</c>, told apart: one of a kind at most.</summary>
internal sealed class TrainerPlugins
{
    internal TrainerPlugins(IEnumerable<ITrainerPlugin>? plugins)
    {
        foreach (var plugin in plugins ?? [])
        {
            switch (plugin)
            {
                case Precision precision when Precision is null: Precision = precision; break;
                case CheckpointIO io when CheckpointIO is null: CheckpointIO = io; break;
                case ClusterEnvironment environment when ClusterEnvironment is null: ClusterEnvironment = environment; break;
                case LayerSync sync when LayerSync is null: LayerSync = sync; break;
                case Lightning.Plugins.LayerSync or Lightning.Plugins.Precision or Lightning.Plugins.CheckpointIO or Lightning.Plugins.ClusterEnvironment:
                    throw new MisconfigurationException($"plugins: {plugin.GetType().Name} is the second of its kind. Pass one Precision, CheckpointIO, ClusterEnvironment and LayerSync at most.");
                default:
                    throw new MisconfigurationException($"plugins: {plugin.GetType().Name} is neither a Precision, a CheckpointIO, a ClusterEnvironment nor a LayerSync.");
            }
        }
    }

    internal Precision? Precision { get; }

    internal CheckpointIO? CheckpointIO { get; }

    internal ClusterEnvironment? ClusterEnvironment { get; }

    internal LayerSync? LayerSync { get; }

    /// <summary>The precision, whichever way it was passed.</summary>
    internal Precision ChoosePrecision(Precision? argument) => (argument, Precision) switch
    {
        (not null, not null) => throw new MisconfigurationException($"precision: and a plugin of type {Precision.GetType().Name} were both passed. Pass one of them."),
        _ => Precision ?? argument ?? "32-true",
    };

    /// <summary>Gives a strategy of several processes the environment to find them in.</summary>
    internal Strategy Into(Strategy strategy)
    {
        if (ClusterEnvironment is { } environment)
        {
            if (strategy is not DDPStrategy ddp)
            {
                if (environment.world_size() == 1)
                {
                    return strategy;
                }

                throw new MisconfigurationException($"plugins: {environment.GetType().Name} says where processes are, and the strategy has one. Pass strategy: \"ddp\".");
            }

            ddp.UseEnvironment(environment);
        }

        return strategy;
    }
}
