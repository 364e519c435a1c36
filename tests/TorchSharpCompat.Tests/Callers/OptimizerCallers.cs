using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharpCompat.Tests.Callers;

/// <summary>Parameter groups as programs written for TorchSharp make them.</summary>
public class OptimizerCallers
{
    private static Parameter[] Some() => [new Parameter(ones(2))];

    [Fact]
    public void A_group_may_leave_its_learning_rate_to_the_kinds_default()
    {
        var adam = new Adam([new Adam.ParamGroup(Some(), beta1: 0.5), new Adam.ParamGroup(Some(), 0.3)], lr: 0.7);
        Assert.Equal([0.001, 0.3], adam.ParamGroups.Select(group => group.LearningRate));

        var sgd = new SGD([new SGD.ParamGroup(Some(), momentum: 0.9)], lr: 0.7);
        Assert.Equal(0.001, sgd.ParamGroups.Single().LearningRate);
    }

    [Fact]
    public void A_group_without_any_option_takes_the_optimizers()
    {
        var sgd = new SGD([new SGD.ParamGroup(Some())], lr: 0.7);
        sgd.add_param_group(new SGD.ParamGroup(Some()));
        Assert.Equal([0.7, 0.7], sgd.ParamGroups.Select(group => group.LearningRate));
    }

    [Fact]
    public void The_options_of_AdamW_are_its_own()
    {
        var adamW = (AdamW)optim.AdamW(Some(), weight_decay: 0.3);
        var options = (AdamW.Options)adamW.state_dict().Options[0];
        Assert.Equal(0.3, options.weight_decay);
        Assert.All<AdamW.ParamGroup>([new(), new(Some()), new(Some(), beta1: 0.5)], group => Assert.IsType<AdamW.Options>(group.Options));
    }

    [Fact]
    public void Options_of_ones_own_say_how_they_are_taken_over()
    {
        var mine = new Mine { LearningRate = 0.1 };
        mine.LoadStateDict(new Mine { LearningRate = 0.4 });
        Assert.Equal((0.4, 1), (mine.LearningRate, mine.Loads));
    }

    private sealed class Mine : Adam.Options
    {
        public int Loads { get; private set; }

        public override void LoadStateDict(OptimizerOptions source)
        {
            Loads++;
            base.LoadStateDict(source);
        }
    }
}
