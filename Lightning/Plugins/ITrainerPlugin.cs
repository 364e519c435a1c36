namespace Lightning.Plugins;

/// <summary>
/// What the Trainer's <c>plugins</c> takes: a <see cref="Precision"/>, a <see cref="CheckpointIO"/>, a <see cref="ClusterEnvironment"/> or a <see cref="LayerSync"/>, at most one of each.
/// </summary>
public interface ITrainerPlugin;
