using Bindings.Tests.Jit;
using TorchSharp;
using static TorchSharp.torch;

namespace Vision.Tests.Models;

/// <summary>Models that were traced here run in Python, at the batch size of the trace and at another.</summary>
public class TracedModelTests
{
    [PythonFact]
    public void Resnet18()
    {
        using var model = torchvision.models.resnet18(num_classes: 10);
        model.eval();
        TracedInPython.Check(model, randn(2, 3, 64, 64), randn(3, 3, 64, 64), randn(1, 3, 96, 80));
    }
}
