namespace Lightning.Tests.Cli;

/// <summary>Command lines of the tests' net and data.</summary>
internal static class Line
{
    /// <summary>What is made of a line, without a run; the net's required argument is given.</summary>
    internal static LightningCLI<CliNet, CliData> Read(params string[] args) => Make([.. args, .. args.Any(word => word.StartsWith("--model.lr", StringComparison.Ordinal)) ? (string[])[] : ["--model.lr=0.5"]]);

    internal static LightningCLI<CliNet, CliData> Make(string[] args, bool run = false, TextWriter? output = null) => new(
        args, run, seed_everything_default: false, save_config_callback: false, parser_kwargs: new() { prog = "train", output = output });

    /// <summary>Why a line is refused; with the exit code of a wrong line.</summary>
    internal static string Refused(params string[] args)
    {
        var exception = Assert.Throws<CommandLineException>(() => Read(args));
        Assert.Equal(2, exception.ExitCode);
        return exception.Message;
    }

    /// <summary>What a line prints before it ends, well.</summary>
    internal static string Printed(bool run, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var exception = Assert.Throws<CommandLineException>(() => Make(args, run, output));
        Assert.True(exception.ExitCode == 0, exception.Message);
        return output.ToString();
    }
}
