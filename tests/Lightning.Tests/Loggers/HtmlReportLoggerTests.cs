using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Lightning.Tests.Loggers;

public sealed partial class HtmlReportLoggerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_fit_leaves_one_page_that_needs_nothing_else()
    {
        var logger = new HtmlReportLogger(_folder.Path);
        Quiet.Trainer(max_epochs: 2, limit_train_batches: 4, log_every_n_steps: 1, logger: logger, callbacks: [new LearningRateMonitor()]).fit(new ScriptedModel
        {
            Training = (m, i) => m.log("train_loss", 1.0 / (i + 1)),
            Validation = (m, i, _) => m.log("val_loss", 0.5),
        });

        Assert.Equal(_folder.File("lightning_logs/version_0/report.html"), logger.report_path);
        Assert.Equal([logger.report_path], Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories));
        var page = File.ReadAllText(logger.report_path);
        Assert.Contains(">finished<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
        Assert.All(Reference().Matches(page), match => Assert.StartsWith("data:", match.Groups[1].Value, StringComparison.Ordinal));

        // Training and validation share a chart; learning rates have their own.
        var charts = Charts(page);
        Assert.Equal(["Loss", "Learning rate"], charts.Select(chart => chart.Attribute("aria-label")!.Value));
        Assert.Equal(2, charts[0].Elements().Count(element => element.Name.LocalName == "path"));
    }

    [Fact]
    public void Names_from_outside_cannot_break_the_page()
    {
        var logger = new HtmlReportLogger(_folder.Path, name: "<b>&'\"");
        logger.log_metrics(new Dictionary<string, double> { ["<script>alert(1)</script>"] = 1, ["x\u0001y"] = double.NaN, ["z"] = double.PositiveInfinity }, 3);
        var module = new BoringModel();
        module.save_hyperparameters(new Dictionary<string, object?> { ["<i>"] = "</td>", ["nested"] = new Dictionary<string, object?> { ["a"] = 1L }, ["list"] = new List<object?> { 1L, 2L } });
        logger.log_hyperparams(module.hparams);
        logger.finalize("success");
        var page = File.ReadAllText(logger.report_path);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Contains("nested.a", page, StringComparison.Ordinal);
        Assert.Contains("1, 2", page, StringComparison.Ordinal);
        Assert.All(Charts(page), chart => Assert.NotNull(chart));
    }

    [Fact]
    public void Confusion_and_pictures_are_shown_when_logged()
    {
        var logger = new HtmlReportLogger(_folder.Path, max_images: 2);
        using var counts = torch.tensor(new long[,] { { 8, 2 }, { 1, 9 } });
        logger.log_confusion_matrix("validation", counts, ["cat", "dog"]);
        for (var i = 0; i < 3; i++)
        {
            using var picture = torch.rand([3, 16, 16]);
            logger.log_image("samples", picture, $"number {i}");
        }

        logger.finalize("failed");
        var page = File.ReadAllText(logger.report_path);
        Assert.Contains("dog taken for cat: 1 of 10", page, StringComparison.Ordinal);
        Assert.Contains(">failed<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("number 0", page, StringComparison.Ordinal);
        Assert.Contains("number 2", page, StringComparison.Ordinal);
        var png = Convert.FromBase64String(Reference().Matches(page)[0].Groups[1].Value["data:image/png;base64,".Length..]);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);

        using var oblong = torch.zeros([2, 3]);
        Assert.Throws<ArgumentException>(() => logger.log_confusion_matrix("x", oblong));
        Assert.Throws<ArgumentException>(() => logger.log_confusion_matrix("x", counts, ["one"]));
        Assert.Throws<ArgumentException>(() => logger.log_image("x", counts));
    }

    [Fact]
    public void Long_runs_are_thinned_out_and_stay_true()
    {
        var series = new ReportSeries("x");
        for (var i = 0; i < 100_000; i++)
        {
            series.Add(i, i == 77_777 ? 5 : 1);
        }

        Assert.InRange(series.Points.Count, 500, 1201);
        Assert.Equal((77_777, 5), series.Greatest);
        Assert.Equal(100_000, series.Count);
        Assert.Equal(series.Points.Select(point => point.X).Order(), series.Points.Select(point => point.X));
        Assert.InRange(series.Points[^1].X, 99_800, 99_999);
    }

    [Theory]
    [InlineData(0, 1, false, new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    [InlineData(1, 1000, true, new[] { 1.0, 10, 100, 1000 })]
    [InlineData(-3, 12, false, new[] { 0.0, 5, 10 })]
    public void Axes_write_round_numbers(double low, double high, bool logarithmic, double[] expected)
    {
        var axis = new ChartAxis(low, high, 0, 100, logarithmic, whole: false);
        Assert.Equal(expected, axis.Ticks.Select(tick => Math.Round(tick, 9)));
        Assert.Equal(0, axis[low], 9);
        Assert.Equal(100, axis[high], 9);
    }

    [Fact]
    public void The_console_gets_a_row_for_each_epoch()
    {
        var writer = new StringWriter();
        var console = Spectre.Console.AnsiConsole.Create(new Spectre.Console.AnsiConsoleSettings
        {
            Ansi = Spectre.Console.AnsiSupport.No, Out = new Spectre.Console.AnsiConsoleOutput(writer),
        });
        Quiet.Trainer(max_epochs: 2, logger: new ConsoleLogger(console)).fit(new ScriptedModel
        {
            TrainEpochEnd = m => m.log("loss", 1.5 - m.current_epoch),
            Validation = (m, _, _) => m.log("val", 2.5),
        });
        var lines = writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal(["epoch step val loss", "----- -------- ---------- ----------", "0 3 2.5 1.5", "1 7 2.5 0.5"], lines);
    }

    private static List<XElement> Charts(string page) => [.. Svg().Matches(page).Select(match => XElement.Parse(match.Value))];

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Svg();

    [GeneratedRegex("(?:src|href)=\"([^\"]*)\"")]
    private static partial Regex Reference();
}
