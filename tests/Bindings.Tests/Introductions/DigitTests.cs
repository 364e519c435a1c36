using TorchSharp;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace Bindings.Tests.Introductions;

/// <summary>Digits by a hand-written loop: drawn ones always, MNIST's where they lie beside the repository.</summary>
public class DigitTests(ITestOutputHelper output)
{
    [Fact]
    public void DrawnDigitsAreLearned()
    {
        manual_seed(0);
        using var scope = NewDisposeScope();
        var accuracies = new DigitNet().Fit(DrawnDigits.Draw(2000), DrawnDigits.Draw(500), 5, 0.05);
        output.WriteLine($"accuracy behind each epoch: {string.Join(", ", accuracies.Select(a => a.ToString("0.000")))}");
        Assert.True(accuracies[^1] > 0.95, $"accuracy {accuracies[^1]}");
    }

    [SharedDataFact("mnist")]
    public void MnistIsLearned()
    {
        manual_seed(0);
        using var scope = NewDisposeScope();
        var (images, labels) = Mnist.Read();
        var accuracies = new DigitNet().Fit((images[..8000], labels[..8000]), (images[8000..], labels[8000..]), 5, 0.05);
        output.WriteLine($"accuracy behind each epoch: {string.Join(", ", accuracies.Select(a => a.ToString("0.000")))}");
        Assert.True(accuracies[^1] > 0.93, $"accuracy {accuracies[^1]}");
    }
}
