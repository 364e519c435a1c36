using Spectre.Console;

namespace Lightning.Tests.Callbacks;

public sealed class ProgressBarTests
{
    [Fact]
    public void Without_a_terminal_each_epoch_is_a_line_with_its_metrics()
    {
        var writer = new StringWriter();
        var trainer = new Trainer(
            accelerator: "cpu", max_epochs: 2, logger: false, enable_checkpointing: false, enable_model_summary: false, num_sanity_val_steps: 0,
            callbacks: [new ProgressBar(console: Plain(writer))]);
        trainer.fit(new ScriptedModel { Training = (m, i) => m.log("loss", 0.5, prog_bar: true), Validation = (m, i, _) => m.log("acc", 0.25, prog_bar: true) });

        var lines = writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.Contains("Validation: 100% 2/2", lines[0], StringComparison.Ordinal);
        Assert.Contains("Epoch 0: 100% 4/4", lines[1], StringComparison.Ordinal);
        Assert.Contains("loss=0.5", lines[1], StringComparison.Ordinal);
        Assert.Contains("acc=0.25", lines[1], StringComparison.Ordinal);
        Assert.Contains("Epoch 1: 100% 4/4", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_counts_parameters()
    {
        var writer = new StringWriter();
        var model = new BoringModel();
        model.layer.bias!.requires_grad = false;
        var trainer = new Trainer(
            accelerator: "cpu", max_epochs: 1, logger: false, enable_checkpointing: false, enable_progress_bar: false, limit_train_batches: 1,
            callbacks: [new ModelSummary(console: Plain(writer))]);
        trainer.fit(model);

        Assert.Contains("64 trainable, 2 frozen, 66 parameters", writer.ToString(), StringComparison.Ordinal);
        Assert.Contains("layer", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pythons_bars_keep_the_last_epochs_line_only_unless_told_to_leave_all()
    {
        Assert.Equal(["Epoch 1"], Titles(console => new TQDMProgressBar(console: console)));
        Assert.Equal(["Epoch 1"], Titles(console => new RichProgressBar(console: console)).Select(title => title[..7]));
        Assert.Equal(["Validation", "Epoch 0", "Validation", "Epoch 1"], Titles(console => new TQDMProgressBar(leave: true, console: console)));
        Assert.Equal([], Titles(console => new TQDMProgressBar(refresh_rate: 0, console: console)));
    }

    [Fact]
    public void An_evaluation_of_its_own_keeps_its_line()
    {
        var writer = new StringWriter();
        Trainer(new TQDMProgressBar(console: Plain(writer)), epochs: 1).validate(new BoringModel(), Samples.Batches(3), verbose: false);

        Assert.Contains("Validation: 100% 3/3", Assert.Single(writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_line_counts_all_batches_whatever_the_rate()
    {
        var writer = new StringWriter();
        new Trainer(
            accelerator: "cpu", max_epochs: 1, limit_val_batches: 0, logger: false, enable_checkpointing: false, enable_model_summary: false,
            callbacks: [new TQDMProgressBar(refresh_rate: 3, console: Plain(writer))]).fit(new BoringModel(), OnTheFly(7));

        Assert.Contains("Epoch 0: 7 [", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_themed_bar_has_a_column_for_each_thing_and_its_metrics_their_format()
    {
        var terminal = new FakeTerminal();
        var theme = new RichProgressBarTheme(metrics_text_delimiter: " | ", metrics_format: "F1");
        var bar = new RichProgressBar(refresh_rate: 1, theme: theme, console: terminal.Console);
        Trainer(bar, epochs: 1).fit(new ScriptedModel { Training = (m, i) => m.log_dict(new Dictionary<string, double> { ["a"] = 0.5, ["b"] = 2 }, prog_bar: true) });

        Assert.Contains("a: 0.5 | b: 2.0", terminal.Text, StringComparison.Ordinal);
        Assert.Contains("it/s", terminal.Text, StringComparison.Ordinal);
        Assert.Contains("4/4", terminal.Text, StringComparison.Ordinal);
        Assert.Same(theme, bar.theme);
    }

    [Fact]
    public void Lines_are_left_free_above_the_bar()
    {
        Assert.Equal(2, Above(2) - Above(0));

        static int Above(int position)
        {
            var terminal = new FakeTerminal();
            Trainer(new TQDMProgressBar(process_position: position, console: terminal.Console), epochs: 1).fit(new BoringModel());
            return terminal.Text.Split("Epoch 0: ")[0].Count(letter => letter == '\n');
        }
    }

    [Fact]
    public void Numbers_and_styles_that_are_none_are_errors()
    {
        Assert.Contains("refresh_rate", Assert.Throws<MisconfigurationException>(() => new TQDMProgressBar(refresh_rate: -1)).Message, StringComparison.Ordinal);
        Assert.Contains("time", Assert.Throws<MisconfigurationException>(() => new RichProgressBar(theme: new(time: "no such style"))).Message, StringComparison.Ordinal);
        Assert.Contains("metrics_format", Assert.Throws<MisconfigurationException>(() => new RichProgressBar(theme: new(metrics_format: "Q"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_by_its_rate_or_by_hand()
    {
        var bar = new TQDMProgressBar();
        Assert.Equal((1, 0, true, false), (bar.refresh_rate, bar.process_position, bar.is_enabled, bar.is_disabled));
        bar.disable();
        Assert.True(bar.is_disabled);
        bar.enable();
        Assert.True(bar.is_enabled);
        var never = new RichProgressBar(refresh_rate: 0);
        never.enable();
        Assert.True(never.is_disabled);
    }

    private static string[] Titles(Func<IAnsiConsole, ProgressBar> bar)
    {
        var writer = new StringWriter();
        Trainer(bar(Plain(writer)), epochs: 2).fit(new ScriptedModel { Validation = (m, i, _) => m.log("acc", 0.25) });
        return [.. writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':')[0])];
    }

    private static Trainer Trainer(ProgressBar bar, int epochs) => new(
        accelerator: "cpu", max_epochs: epochs, logger: false, enable_checkpointing: false, enable_model_summary: false, num_sanity_val_steps: 0,
        limit_val_batches: 3, limit_train_batches: 4, callbacks: [bar]);

    private static IEnumerable<Tensor> OnTheFly(int count)
    {
        foreach (var batch in Samples.Batches(count))
        {
            yield return batch;
        }
    }

    private static IAnsiConsole Plain(TextWriter writer) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.No,
        ColorSystem = ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
        Out = new AnsiConsoleOutput(writer),
    });
}
