using System.Diagnostics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace WordLanguageModel;

/// <summary>Trains the model on stretches of the text, and measures it on texts that it has not seen.</summary>
public sealed class Training
{
    private const long emsize = 64;
    private const long nhidden = 64;
    private const long nlayers = 2;
    private const long nheads = 2;
    private const double dropout = 0.2;
    private const int batch_size = 32;
    private const int eval_batch_size = 32;
    private const int bptt = 24;

    private readonly string _folder;

    public Training(string folder) => _folder = folder;

    /// <summary>The mean loss of each epoch.</summary>
    public List<double> Losses { get; } = new();

    /// <summary>The perplexity of the test text at the end.</summary>
    public double Perplexity { get; private set; }

    /// <summary>The number of words known.</summary>
    public int Words { get; private set; }

    public void Run(int epochs)
    {
        torch.random.manual_seed(1);
        var device = cuda.is_available() ? CUDA : CPU;
        Console.WriteLine($"Running a transformer on {device.type}.");

        var corpus = new Corpus(_folder);
        Words = corpus.Count;
        using var train = Corpus.Batchify(corpus.Train, batch_size).to(device);
        using var valid = Corpus.Batchify(corpus.Valid, eval_batch_size).to(device);
        using var test = Corpus.Batchify(corpus.Test, eval_batch_size).to(device);

        using var model = new TransformerModel(Words, emsize, nheads, nhidden, nlayers, dropout).to(device);
        using var loss = CrossEntropyLoss();
        using var optimizer = optim.AdamW(model.parameters(), 0.005);
        var scheduler = optim.lr_scheduler.StepLR(optimizer, 1, 0.9);

        var totalTime = Stopwatch.StartNew();
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            Losses.Add(Train(model, train, loss, optimizer, device));
            var valid_loss = Evaluate(model, valid, loss, device);
            Console.WriteLine($"Epoch {epoch}: loss {Losses[^1]:0.000}, validation {valid_loss:0.000}, perplexity {Math.Exp(valid_loss):0.00}.");
            scheduler.step();
        }

        Perplexity = Math.Exp(Evaluate(model, test, loss, device));
        Console.WriteLine($"Test perplexity {Perplexity:0.00} of {Words} words. Elapsed time: {totalTime.Elapsed.TotalSeconds:0.0} s.");
    }

    private double Train(TransformerModel model, Tensor text, Loss<Tensor, Tensor, Tensor> criterion, optim.Optimizer optimizer, Device device)
    {
        model.train();
        double total_loss = 0;
        var batches = 0;
        using var d = torch.NewDisposeScope();
        var src_mask = TransformerModel.GenerateSquareSubsequentMask(bptt, device);
        for (var i = 0; i < text.shape[0] - 1; i += bptt, batches++)
        {
            var (data, targets) = GetBatch(text, i);
            optimizer.zero_grad();
            if (data.shape[0] != bptt)
            {
                src_mask = TransformerModel.GenerateSquareSubsequentMask(data.shape[0], device);
            }

            using var output = model.call(data, src_mask);
            var loss = criterion.call(output.view(-1, Words), targets);
            loss.backward();
            torch.nn.utils.clip_grad_norm_(model.parameters().ToArray(), 0.5);
            optimizer.step();
            total_loss += loss.to(CPU).item<float>();
            d.DisposeEverythingBut(src_mask);
        }

        return total_loss / batches;
    }

    private double Evaluate(TransformerModel model, Tensor text, Loss<Tensor, Tensor, Tensor> criterion, Device device)
    {
        model.eval();
        double total_loss = 0;
        long places = 0;
        using var guard = torch.no_grad();
        using var d = torch.NewDisposeScope();
        for (var i = 0; i < text.shape[0] - 1; i += bptt)
        {
            var (data, targets) = GetBatch(text, i);
            var src_mask = TransformerModel.GenerateSquareSubsequentMask(data.shape[0], device);
            var output = model.call(data, src_mask);
            var loss = criterion.call(output.view(-1, Words), targets);
            total_loss += data.shape[0] * loss.to(CPU).item<float>();
            places += data.shape[0];
            d.DisposeEverything();
        }

        return total_loss / places;
    }

    private static (Tensor data, Tensor targets) GetBatch(Tensor source, int index)
    {
        var length = Math.Min(bptt, (int)source.shape[0] - 1 - index);
        var data = source[TensorIndex.Slice(index, index + length)];
        var targets = source[TensorIndex.Slice(index + 1, index + 1 + length)].reshape(-1);
        return (data, targets);
    }
}
