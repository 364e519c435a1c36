using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.Introductions;

/// <summary>The net of the introductions: 784-128-64-10, trained by a loop written by hand.</summary>
internal sealed class DigitNet : Module<Tensor, Tensor>
{
    private readonly Linear fc1 = Linear(784, 128);
    private readonly Linear fc2 = Linear(128, 64);
    private readonly Linear fc3 = Linear(64, 10);

    public DigitNet()
        : base(nameof(DigitNet))
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = functional.relu(fc1.call(input.flatten(1)));
        x = functional.relu(fc2.call(x));
        return fc3.call(x).MoveToOuterDisposeScope();
    }

    /// <summary>Trains by minibatches; returns the accuracy on the test pictures behind each epoch.</summary>
    public IReadOnlyList<double> Fit((Tensor images, Tensor labels) training, (Tensor images, Tensor labels) test, int epochs, double rate)
    {
        var criterion = CrossEntropyLoss();
        var optimizer = optim.SGD(parameters(), rate, momentum: 0.9);
        var accuracies = new List<double>();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            train();
            using var order = randperm(training.images.size(0));
            foreach (var batch in order.split(64))
            {
                using var step = NewDisposeScope();
                optimizer.zero_grad();
                var loss = criterion.call(call(training.images.index_select(0, batch)), training.labels.index_select(0, batch));
                loss.backward();
                optimizer.step();
            }

            accuracies.Add(Accuracy(test));
        }

        return accuracies;
    }

    private double Accuracy((Tensor images, Tensor labels) test)
    {
        eval();
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        return call(test.images).argmax(1).eq(test.labels).to(ScalarType.Float64).mean().item<double>();
    }
}
