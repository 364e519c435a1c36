namespace Lightning;

/// <summary>How a <see cref="LightningCLI"/> saves the configuration of a run. Python: the <c>save_config_kwargs</c> argument.</summary>
/// <param name="config_filename">The name of the file in the run's log folder.</param>
/// <param name="overwrite">Whether a file that is there already is written over, rather than an error.</param>
public sealed record SaveConfigKwargs(string config_filename = "config.yaml", bool overwrite = false);
