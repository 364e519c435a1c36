namespace Lightning.Plugins;

/// <summary>
/// What the Trainer's <c>plugins</c> takes: a <see cref="Precision"/>, a <see cref="CheckpointIO"/> or a <see cref="ClusterEnvironment"/>, at most one of each.
/// </summary>
public interface ITrainerPlugin;
