using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Introductions;

/// <summary>A line through points: Linear(1, 1), mean squared error, gradient descent for 100 epochs.</summary>
public class LinearRegressionTests
{
    [Fact]
    public void FindsTheLine()
    {
        manual_seed(0);
        using var scope = NewDisposeScope();
        // y = 3 x + 2, standing where a rate of 0.01 gets in 100 epochs: points of some spread.
        var x = linspace(-5, 5, 41).unsqueeze(1);
        var y = (3 * x) + 2 + (0.01 * randn(41, 1));
        var model = nn.Linear(1, 1);
        var criterion = nn.MSELoss();
        var optimizer = optim.SGD(model.parameters(), 0.01);
        var losses = new List<float>();
        for (var epoch = 0; epoch < 100; epoch++)
        {
            using var step = NewDisposeScope();
            optimizer.zero_grad();
            var loss = criterion.call(model.call(x), y);
            loss.backward();
            optimizer.step();
            losses.Add(loss.item<float>());
        }

        Assert.InRange(model.weight.item<float>(), 2.99f, 3.01f);
        // Each step keeps 0.98 of the bias's distance: 0.98^100 = 0.13 of at most 3.
        Assert.InRange(model.bias!.item<float>(), 1.6f, 2.0f);
        Assert.True(losses[^1] < losses[0] / 100, $"the loss went from {losses[0]} to {losses[^1]}");
    }
}
