using System.Text.RegularExpressions;

namespace Lightning.Tests.Cli;

/// <summary>The commands and files on docs/command-line.md run as they are written; that its C# compiles, the tests of the house see to.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "command-line.md"));

    public static TheoryData<string> Commands { get; } =
        [.. Page.Split('\n').Where(line => line.StartsWith("train ", StringComparison.Ordinal)).Select(line => line["train ".Length..])];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_runs(string command)
    {
        using var messages = new Messages();
        using var folder = new TemporaryFolder();
        using var output = new StringWriter();
        string[] words = [.. command.Split(' '), $"--trainer.default_root_dir={folder.Path}", "--trainer.enable_progress_bar=false", "--trainer.enable_model_summary=false"];
        LightningCLI<PageNet, PageNumbers> Run() => new(words, parser_kwargs: new() { output = output });

        if (command.Contains("--print_config", StringComparison.Ordinal))
        {
            Assert.Equal(0, Assert.Throws<CommandLineException>(Run).ExitCode);
            Assert.Contains("class_path: Lightning.CSVLogger", output.ToString(), StringComparison.Ordinal);
            return;
        }

        var cli = Run();
        Assert.StartsWith(cli.subcommand!, command, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(cli.trainer.log_dir, "config.yaml")));
        Assert.True(cli.subcommand != "fit" || cli.trainer.global_step == 24);
    }

    [Fact]
    public void The_file_is_a_configuration()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Put("config.yaml", Yaml().Match(Page).Groups["text"].Value);
        var cli = new LightningCLI<PageNet, PageNumbers>(["--config", path], run: false, seed_everything_default: false, save_config_callback: false);

        Assert.Single(cli.trainer.callbacks.OfType<EarlyStopping>());
        Assert.Equal(4L, cli.config["model.hidden"]);
    }

    [GeneratedRegex(@"```yaml\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Yaml();
}
