namespace TransferLearning.Tests;

/// <summary>Console output is shared by the whole process, so these do not run beside each other.</summary>
public class CommandLineTests
{
    [Fact]
    public void Options_reach_the_program()
    {
        Settings? seen = null;
        var code = CommandLine.Run(["--data", "x", "--epochs", "3", "--learning-rate", "0.01", "--fresh", "--backbone", "resnet34"], settings =>
        {
            seen = settings;
            return 0;
        });

        Assert.Equal(0, code);
        Assert.Equal(new Settings { Data = "x", Epochs = 3, LearningRate = 0.01, Fresh = true, Backbone = "resnet34" }, seen);
    }

    [Theory]
    [InlineData("--epoch", "3", "--epoch")]
    [InlineData("--epochs", "1", "--epochs")]
    [InlineData("--epochs", "many", "many")]
    [InlineData("--learning-rate", "5", "--learning-rate")]
    [InlineData("--backbone", "vgg", "vgg")]
    public void A_wrong_option_is_one_line_that_names_it(string option, string value, string named)
    {
        var before = Console.Error;
        using var shown = new StringWriter();
        Console.SetError(shown);
        try
        {
            var code = CommandLine.Run([option, value], _ => throw new InvalidOperationException("the program must not run"));
            Assert.Equal(2, code);
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
