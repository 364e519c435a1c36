namespace Lightning;

/// <summary>How a <see cref="LightningCLI"/> reads its command line. Python: the <c>parser_kwargs</c> argument.</summary>
public sealed record ParserKwargs
{
    /// <summary>What the program is called in help; null takes the name of the process.</summary>
    public string? prog { get; init; }

    /// <summary>What the program does, for help.</summary>
    public string? description { get; init; }

    /// <summary>Whether settings are read from environment variables too: <c>PL_FIT__TRAINER__MAX_EPOCHS</c>, and a file from <c>PL_CONFIG</c>. Default false.</summary>
    public bool default_env { get; init; }

    /// <summary>What the names of those variables begin with. Default "PL".</summary>
    public string env_prefix { get; init; } = "PL";

    /// <summary>Files of settings that are read first, those of them that are there.</summary>
    public IReadOnlyList<string> default_config_files { get; init; } = [];

    /// <summary>Where help and <c>--print_config</c> go; null is the standard output.</summary>
    public TextWriter? output { get; init; }
}
