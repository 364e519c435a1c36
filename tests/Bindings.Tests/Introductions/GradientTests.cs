using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Introductions;

/// <summary>The first graph of every introduction: z = x y + y squared.</summary>
public class GradientTests
{
    [Fact]
    public void OfAProductAndASquare()
    {
        var x = tensor(2.0f, requires_grad: true);
        var y = tensor(3.0f, requires_grad: true);
        var z = (x * y) + y.pow(2);
        z.backward();
        Assert.Equal(15.0f, z.item<float>());
        Assert.Equal(3.0f, x.grad!.item<float>());
        Assert.Equal(8.0f, y.grad!.item<float>());
    }
}
