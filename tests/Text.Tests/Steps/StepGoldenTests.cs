using TorchSharp;
using static TorchSharp.torch;

namespace Text.Tests.Steps;

/// <summary>Vocabularies, transforms, n-grams, BLEU and streams against torchtext 0.14.1.</summary>
public class StepGoldenTests
{
    public static TheoryData<string> Cases { get; } = [.. StepCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Answers_as_Python_does(string name)
    {
        using var scope = NewDisposeScope();
        var golden = StepCase.Named(name);
        var function = StepFunctions.Table[golden.Function];
        if (golden.IsError)
        {
            var problem = Assert.ThrowsAny<Exception>(() => function(golden));
            Assert.True(problem is ArgumentException or KeyNotFoundException or FormatException, problem.ToString());
            return;
        }
        StepAnswer.AssertSame(golden.Output, function(golden));
    }

    [Fact]
    public void Every_function_has_cases() =>
        Assert.Equal(StepFunctions.Table.Keys.Order(), StepCase.Names.Select(name => StepCase.Named(name).Function).Distinct().Order());
}
