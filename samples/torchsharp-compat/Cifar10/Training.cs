using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.utils.data;
using static TorchSharp.torchvision;

namespace Cifar10;

/// <summary>Trains a residual network on pictures that are flipped at random, and tests it after each epoch.</summary>
public sealed class Training
{
    private readonly string _folder;

    public Training(string folder) => _folder = folder;

    /// <summary>The mean loss of each epoch.</summary>
    public List<double> Losses { get; } = new();

    /// <summary>The share of test pictures told right, after the last epoch.</summary>
    public double Accuracy { get; private set; }

    public void Run(int epochs)
    {
        torch.random.manual_seed(1);
        var device = cuda.is_available() ? CUDA : CPU;
        Console.WriteLine($"Running ResNet on {device.type}.");

        var normalize = transforms.Normalize(new double[] { 0.485, 0.456, 0.406 }, new double[] { 0.229, 0.224, 0.225 }, device: device);
        var augment = transforms.Compose(transforms.RandomHorizontalFlip(0.5), normalize);
        using var train = DataLoader(datasets.CIFAR10(_folder, true, false, augment), 32, device: device, shuffle: true, seed: 1);
        using var test = DataLoader(datasets.CIFAR10(_folder, false, false, normalize), 64, device: device);

        using var model = new ResNet("resnet", new[] { 1, 1, 1 }, 10, device);
        using var optimizer = optim.AdamW(model.parameters(), lr: 0.003);
        var scheduler = optim.lr_scheduler.OneCycleLR(optimizer, 0.01, epochs: epochs, steps_per_epoch: (int)train.Count);
        using var loss = CrossEntropyLoss();

        var totalTime = Stopwatch.StartNew();
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            model.train();
            double sum = 0;
            foreach (var data in train)
            {
                using var d = torch.NewDisposeScope();
                optimizer.zero_grad();
                var output = loss.call(model.call(data["data"]), data["label"]);
                output.backward();
                optimizer.step();
                scheduler.step();
                sum += output.ToDouble();
            }

            Losses.Add(sum / train.Count);
            Accuracy = Test(model, test);
            Console.WriteLine($"Epoch {epoch}: loss {Losses[^1]:0.0000}, accuracy {Accuracy:0.000}.");
        }

        Console.WriteLine($"Elapsed time: {totalTime.Elapsed.TotalSeconds:0.0} s.");
    }

    private static double Test(Module<Tensor, Tensor> model, IEnumerable<Dictionary<string, Tensor>> loader)
    {
        model.eval();
        long correct = 0;
        long count = 0;
        using var guard = no_grad();
        foreach (var data in loader)
        {
            using var d = torch.NewDisposeScope();
            var pred = model.call(data["data"]).argmax(1);
            correct += pred.eq(data["label"]).sum().ToInt64();
            count += pred.shape[0];
        }

        return (double)correct / count;
    }
}
