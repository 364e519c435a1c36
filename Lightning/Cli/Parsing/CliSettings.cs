namespace Lightning.Cli;

/// <summary>The arguments of a <see cref="LightningCLI"/> but for its classes.</summary>
internal sealed record CliSettings(
    IReadOnlyList<string>? Args,
    bool Run,
    IReadOnlyDictionary<string, object?>? TrainerDefaults,
    SeedEverything SeedDefault,
    bool SavesConfig,
    SaveConfigKwargs? SaveConfig,
    ParserKwargs? Parser,
    bool SubclassModel,
    bool SubclassData,
    bool ConfiguresOptimizers);
