using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.Introductions;

/// <summary>A module whose graph depends on its data: each call differentiates through the branch and the loops that it took.</summary>
public class DynamicGraphTests
{
    [Theory]
    [InlineData(1.0f, 1)]
    [InlineData(-2.0f, 2)]
    [InlineData(-3.5f, 4)]
    public void GradientsFollowTheBranchTaken(float value, int repeats)
    {
        using var scope = NewDisposeScope();
        var module = new Branching();
        var x = tensor(new[] { value }, requires_grad: true);
        var y = module.call(x);
        y.backward();

        // w = 0.5 throughout: the positive branch is w x, the other multiplies by w as often as x's magnitude asks.
        var factor = (float)Math.Pow(0.5, repeats);
        Assert.Equal(value * factor, y.item<float>(), 1e-6f);
        Assert.Equal(factor, x.grad!.item<float>(), 1e-6f);
        var ofWeight = value * repeats * (float)Math.Pow(0.5, repeats - 1);
        Assert.Equal(value > 0 ? ofWeight : 0, module.positive.grad?.item<float>() ?? 0, 1e-6f);
        Assert.Equal(value > 0 ? 0 : ofWeight, module.negative.grad?.item<float>() ?? 0, 1e-6f);
    }

    private sealed class Branching : Module<Tensor, Tensor>
    {
        public readonly Parameter positive = Parameter(tensor(0.5f));
        public readonly Parameter negative = Parameter(tensor(0.5f));

        public Branching()
            : base(nameof(Branching))
        {
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            if (input.sum().item<float>() > 0)
            {
                return input * positive;
            }

            var result = input;
            for (var i = 0; i < Math.Ceiling(input.abs().sum().item<float>()); i++)
            {
                result = result * negative;
            }

            return result;
        }
    }
}
