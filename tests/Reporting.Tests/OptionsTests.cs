using System.CommandLine;

namespace Reporting.Tests;

public class OptionsTests
{
    [Theory]
    [InlineData("--count 3", 0)]
    [InlineData("--count 1", 2)]
    [InlineData("--count three", 2)]
    [InlineData("--rate 0.5", 0)]
    [InlineData("--rate 0", 2)]
    [InlineData("--rate NaN", 2)]
    [InlineData("--rate 1.5", 2)]
    [InlineData("--size small", 0)]
    [InlineData("--size tiny", 2)]
    [InlineData("--sise small", 2)]
    public void Arguments_out_of_bounds_end_with_code_2_before_the_program_runs(string arguments, int expected)
    {
        var ran = false;
        var root = new RootCommand
        {
            Options.Number("--count", "how many", 2, 2), Options.Positive("--rate", "how fast", 0.1, 1), Options.Choice("--size", "small", "small", "big"),
        };
        root.SetAction(_ =>
        {
            ran = true;
            return 0;
        });

        Assert.Equal(expected, Options.Run(root, arguments.Split(' ')));
        Assert.Equal(expected == 0, ran);
    }

    [Fact]
    public void What_a_user_can_put_right_ends_with_code_1_and_a_fault_of_the_program_does_not()
    {
        Assert.Equal(0, Options.Guarded(() => { }));
        Assert.Equal(1, Options.Guarded(() => throw new DemoException("the folder is empty")));
        Assert.Throws<InvalidOperationException>(() => Options.Guarded(() => throw new InvalidOperationException("a fault")));
    }
}
