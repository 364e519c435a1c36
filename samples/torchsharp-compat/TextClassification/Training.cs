using System.Diagnostics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TextClassification;

/// <summary>Trains the model with plain gradient descent, its rate smaller after each epoch, and tests it.</summary>
public sealed class Training
{
    private const long emsize = 32;
    private const int batch_size = 64;
    private const int eval_batch_size = 128;

    private readonly string _folder;

    public Training(string folder) => _folder = folder;

    /// <summary>The mean loss of each epoch.</summary>
    public List<double> Losses { get; } = new();

    /// <summary>The share of test news sorted right, after the last epoch.</summary>
    public double Accuracy { get; private set; }

    public void Run(int epochs)
    {
        torch.random.manual_seed(1);
        var device = cuda.is_available() ? CUDA : CPU;
        Console.WriteLine($"Running text classification on {device.type}.");

        var train = new News(Path.Combine(_folder, "train.csv"));
        var test = new News(Path.Combine(_folder, "test.csv"));
        var vocabulary = train.Vocabulary();

        using var model = new TextClassificationModel(vocabulary.Count, emsize, 4).to(device);
        using var loss = CrossEntropyLoss();
        using var optimizer = optim.SGD(model.parameters(), learningRate: 5.0);
        var scheduler = optim.lr_scheduler.StepLR(optimizer, 1, gamma: 0.2, last_epoch: -1);
        var random = new Random(1);

        var totalTime = Stopwatch.StartNew();
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            Losses.Add(Train(model, train.Batches(batch_size, vocabulary, device, random), loss, optimizer));
            Accuracy = Evaluate(model, test.Batches(eval_batch_size, vocabulary, device, null));
            var rate = optimizer.ParamGroups.First().LearningRate;
            Console.WriteLine($"Epoch {epoch}: learning rate {rate:0.000}, loss {Losses[^1]:0.000}, accuracy {Accuracy:0.000}.");
            scheduler.step();
        }

        Console.WriteLine($"{vocabulary.Count} words. Elapsed time: {totalTime.Elapsed.TotalSeconds:0.0} s.");
    }

    private static double Train(
        TextClassificationModel model, IEnumerable<(Tensor, Tensor, Tensor)> batches, Loss<Tensor, Tensor, Tensor> criterion, optim.Optimizer optimizer)
    {
        model.train();
        double total_loss = 0;
        var count = 0;
        using var d = torch.NewDisposeScope();
        foreach (var (kinds, words, offsets) in batches)
        {
            optimizer.zero_grad();
            using var predicted = model.call(words, offsets);
            var loss = criterion.call(predicted, kinds);
            loss.backward();
            torch.nn.utils.clip_grad_norm_(model.parameters(), 0.5);
            optimizer.step();
            total_loss += loss.ToSingle();
            count++;
            d.DisposeEverything();
        }

        return total_loss / count;
    }

    private static double Evaluate(TextClassificationModel model, IEnumerable<(Tensor, Tensor, Tensor)> batches)
    {
        model.eval();
        long right = 0;
        long count = 0;
        using var guard = torch.no_grad();
        using var d = torch.NewDisposeScope();
        foreach (var (kinds, words, offsets) in batches)
        {
            right += (model.call(words, offsets).argmax(1) == kinds).sum().ToInt64();
            count += kinds.size(0);
            d.DisposeEverything();
        }

        return (double)right / count;
    }
}
