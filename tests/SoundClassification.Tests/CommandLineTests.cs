namespace SoundClassification.Tests;

/// <summary>Console output is shared by the whole process, so these do not run beside each other.</summary>
public class CommandLineTests
{
    [Fact]
    public void Options_reach_the_program()
    {
        Settings? seen = null;
        var code = CommandLine.Run(
            ["--data", "x", "--epochs", "3", "--learning-rate", "0.01", "--fresh", "--seconds", "1.5", "--sample-rate", "8000"],
            settings =>
            {
                seen = settings;
                return 0;
            });

        Assert.Equal(0, code);
        Assert.Equal(new Settings { Data = "x", Epochs = 3, LearningRate = 0.01, Fresh = true, Seconds = 1.5, SampleRate = 8000 }, seen);
    }

    [Fact]
    public void Without_options_the_defaults_hold()
    {
        Settings? seen = null;
        CommandLine.Run([], settings =>
        {
            seen = settings;
            return 0;
        });

        Assert.Equal(new Settings(), seen);
    }

    [Theory]
    [InlineData("--epoch", "3", "--epoch")]
    [InlineData("--epochs", "0", "--epochs")]
    [InlineData("--epochs", "many", "many")]
    [InlineData("--learning-rate", "5", "--learning-rate")]
    [InlineData("--seconds", "0.01", "--seconds")]
    [InlineData("--seconds", "100", "--seconds")]
    [InlineData("--per-class", "2", "--per-class")]
    public void A_wrong_option_is_one_line_that_names_it(string option, string value, string named)
    {
        var before = Console.Error;
        using var shown = new StringWriter();
        Console.SetError(shown);
        try
        {
            Assert.Equal(2, CommandLine.Run([option, value], _ => throw new InvalidOperationException("the program must not run")));
        }
        finally
        {
            Console.SetError(before);
        }

        var line = Assert.Single(shown.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("error: ", line);
        Assert.Contains(named, line);
    }
}
