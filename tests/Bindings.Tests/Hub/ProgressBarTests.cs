using TorchSharp;

namespace Bindings.Tests.Hub;

/// <summary>Progress as text.</summary>
public class ProgressBarTests
{
    private static readonly string[] LineEnds = ["\r\n", "\n"];

    [Fact]
    public void PipeGetsALineForEachTenth()
    {
        using var output = new StringWriter();
        var seconds = 0.0;
        using (var bar = new ConsoleProgressBar(output, isTerminal: false, () => seconds))
        {
            bar.Maximum = 5 << 20;
            for (var value = 0; value <= 5 << 20; value += 1 << 14)
            {
                seconds += 0.001;
                bar.Value = value;
            }
        }
        var lines = output.ToString().Split(LineEnds, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(10, lines.Length);
        Assert.StartsWith(" 10% 512.0 KB of 5.0 MB", lines[0]);
        Assert.StartsWith("100% 5.0 MB of 5.0 MB", lines[^1]);
        Assert.DoesNotContain('\r', output.ToString().Replace("\r\n", "\n"));
    }

    [Fact]
    public void TerminalGetsOneLineDrawnOverAtMostTenTimesASecond()
    {
        using var output = new StringWriter();
        var seconds = 0.0;
        using (var bar = new ConsoleProgressBar(output, isTerminal: true, () => seconds))
        {
            bar.Maximum = 1000;
            for (var value = 0; value <= 1000; value++)
            {
                seconds += 0.001;
                bar.Value = value;
            }
        }
        var draws = output.ToString().TrimEnd().Split('\r', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(draws.Length, 5, 12);
        Assert.Contains("[##############################]", draws[^1]);
        Assert.EndsWith(Environment.NewLine, output.ToString());
    }

    [Fact]
    public void UnknownLengthIsCountedOnly()
    {
        using var output = new StringWriter();
        var seconds = 0.0;
        using (var bar = new ConsoleProgressBar(output, isTerminal: false, () => seconds))
        {
            for (var value = 0; value < 30; value++)
            {
                seconds += 1;
                bar.Value = value * 2048;
            }
        }
        var lines = output.ToString().Split(LineEnds, StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(lines.Length, 3, 5);
        Assert.DoesNotContain("%", output.ToString());
        Assert.Contains("58.0 KB", lines[^1]);
    }

    [Fact]
    public void NothingDoneSaysNothing()
    {
        using var output = new StringWriter();
        new ConsoleProgressBar(output, isTerminal: true).Dispose();
        new ConsoleProgressBar(output, isTerminal: false).Dispose();
        Assert.Equal("", output.ToString());
    }
}
