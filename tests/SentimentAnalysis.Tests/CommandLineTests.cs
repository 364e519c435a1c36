namespace SentimentAnalysis.Tests;
public class CommandLineTests
{
    [Fact]
    public void Options_reach_the_program()
    {
        Settings? seen = null;
        string[] arguments =
        [
            "--data", "x", "--encoding", "latin-1", "--vectors", "v.vec", "--epochs", "3", "--batch-size", "5", "--learning-rate", "0.01",
            "--dimension", "7", "--ngrams", "0", "--output", "o", "--seed", "9", "--threads", "1",
        ];
        var code = CommandLine.Run(arguments, settings =>
        {
            seen = settings;
            return 0;
        });

        Assert.Equal(0, code);
        var expected = new Settings
        {
            Data = "x", Encoding = "latin-1", Vectors = "v.vec", Epochs = 3, BatchSize = 5, LearningRate = 0.01, Dimension = 7, Ngrams = 0,
            Output = "o", Seed = 9, Threads = 1,
        };
        Assert.Equal(expected, seen);
    }

    [Fact]
    public void Without_options_the_settings_stand()
    {
        Settings? seen = null;
        Assert.Equal(0, CommandLine.Run([], settings =>
        {
            seen = settings;
            return 0;
        }));
        Assert.Equal(new Settings(), seen);
    }

    [Theory]
    [InlineData("--epoch", "3", "--epoch")]
    [InlineData("--epochs", "0", "--epochs")]
    [InlineData("--epochs", "many", "many")]
    [InlineData("--learning-rate", "5", "--learning-rate")]
    [InlineData("--encoding", "ebcdic", "ebcdic")]
    [InlineData("--ngrams", "-1", "--ngrams")]
    public void A_wrong_option_is_one_line_that_names_it(string option, string value, string named)
    {
        var (code, _, errors) = Captured.Run(() =>
            CommandLine.Run([option, value], _ => throw new InvalidOperationException("the program must not run")));

        Assert.Equal(2, code);
        var line = Assert.Single(errors);
        Assert.StartsWith("error: ", line);
        Assert.Contains(named, line);
    }
}
