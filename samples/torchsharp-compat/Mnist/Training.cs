using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.utils.data;
using static TorchSharp.torchvision;

namespace Mnist;

/// <summary>Trains the network, tests it after each epoch, saves it, and tests what it reads back.</summary>
public sealed class Training
{
    private readonly string _folder;

    public Training(string folder) => _folder = folder;

    /// <summary>The mean loss of each epoch.</summary>
    public List<double> Losses { get; } = new();

    /// <summary>The share of test digits recognized, after the last epoch.</summary>
    public double Accuracy { get; private set; }

    /// <summary>The same of the network that was read back from its file.</summary>
    public double AccuracyReadBack { get; private set; }

    public void Run(int epochs)
    {
        torch.random.manual_seed(1);
        var device = cuda.is_available() ? CUDA : CPU;
        Console.WriteLine($"Running MNIST on {device.type}.");

        var normImage = transforms.Normalize(new double[] { 0.1307 }, new double[] { 0.3081 }, device: device);
        using Dataset trainData = datasets.MNIST(_folder, true, false, target_transform: normImage);
        using Dataset testData = datasets.MNIST(_folder, false, false, target_transform: normImage);
        using var train = DataLoader(trainData, 64, device: device, shuffle: true, seed: 1);
        using var test = DataLoader(testData, 128, device: device, shuffle: false);

        using var model = new Network("model", device);
        using var optimizer = optim.Adam(model.parameters(), lr: 0.002);
        var scheduler = optim.lr_scheduler.StepLR(optimizer, 1, 0.7);
        using var loss = NLLLoss();

        var totalTime = Stopwatch.StartNew();
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            Losses.Add(Train(model, optimizer, loss, train));
            Accuracy = Test(model, test);
            Console.WriteLine($"Epoch {epoch}: loss {Losses[^1]:0.0000}, accuracy {Accuracy:0.000}.");
            scheduler.step();
        }

        Console.WriteLine($"Elapsed time: {totalTime.Elapsed.TotalSeconds:0.0} s.");

        var file = Path.Combine(_folder, "model.dat");
        model.save(file);
        using var again = new Network("again", device);
        again.load(file);
        AccuracyReadBack = Test(again, test);
    }

    private static double Train(Network model, optim.Optimizer optimizer, Loss<Tensor, Tensor, Tensor> loss, IEnumerable<Dictionary<string, Tensor>> loader)
    {
        model.train();
        double sum = 0;
        var batches = 0;
        foreach (var data in loader)
        {
            using var d = torch.NewDisposeScope();
            optimizer.zero_grad();
            var prediction = model.call(data["data"]);
            var output = loss.call(prediction, data["label"]);
            output.backward();
            optimizer.step();
            sum += output.ToDouble();
            batches++;
        }

        return sum / batches;
    }

    private static double Test(Network model, IEnumerable<Dictionary<string, Tensor>> loader)
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
