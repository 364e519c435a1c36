using Lightning;
using Reporting;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SentimentAnalysis.Training;

/// <summary>The network: how it learns, and what is measured of it.</summary>
internal sealed class SentimentModel : LightningModule<(Tensor words, Tensor ngrams, Tensor label)>
{
    private const double NgramRate = 1;

    private readonly TextNetwork net;
    private readonly double _rate;

    /// <param name="net">The network; its scores are for <paramref name="classes"/>.</param>
    /// <param name="classes">Names of the classes.</param>
    /// <param name="rate">The learning rate.</param>
    public SentimentModel(TextNetwork net, IReadOnlyList<string> classes, double rate)
        : base(nameof(SentimentModel))
    {
        this.net = net;
        _rate = rate;
        Tested = new Confusion(classes);
        RegisterComponents();
    }

    /// <summary>What the last test run found.</summary>
    public Confusion Tested { get; private set; }

    /// <summary>For each text of the last test run, in order, how probable each class was found.</summary>
    public List<float[]> Probabilities { get; } = [];

    /// <summary>The network itself.</summary>
    public TextNetwork Network => net;

    public override Tensor training_step((Tensor words, Tensor ngrams, Tensor label) batch, int batch_idx)
    {
        // Each view learns by itself: the n-grams know the training texts by heart, and beside them the other would have nothing to learn.
        var scores = net.ScoreWords(batch.words);
        var loss = functional.cross_entropy(scores, batch.label);
        if (net.NgramWeights is not null)
        {
            var others = net.ScoreNgrams(batch.ngrams);
            loss = loss + functional.cross_entropy(others, batch.label);
            scores = TextNetwork.Average(scores, others);
        }

        log("train_loss", functional.cross_entropy(scores, batch.label), prog_bar: true, on_step: false, on_epoch: true);
        log("train_acc", Accuracy(scores, batch.label), on_step: false, on_epoch: true);
        return loss;
    }

    public override object? validation_step((Tensor words, Tensor ngrams, Tensor label) batch, int batch_idx)
    {
        var scores = net.call(batch.words, batch.ngrams);
        log("val_loss", functional.cross_entropy(scores, batch.label));
        log("val_acc", Accuracy(scores, batch.label), prog_bar: true);
        return null;
    }

    public override void on_test_epoch_start()
    {
        Tested = new Confusion(Tested.Classes);
        Probabilities.Clear();
    }

    public override object? test_step((Tensor words, Tensor ngrams, Tensor label) batch, int batch_idx)
    {
        var scores = net.call(batch.words, batch.ngrams);
        log("test_acc", Accuracy(scores, batch.label));
        var probabilities = functional.softmax(scores, 1).data<float>().ToArray().Chunk(Tested.Classes.Count);
        var labels = batch.label.data<long>().ToArray();
        foreach (var (label, probability) in labels.Zip(probabilities))
        {
            Tested.Add((int)label, Array.IndexOf(probability, probability.Max()));
            Probabilities.Add(probability);
        }

        return null;
    }

    public override OptimizerConfig configure_optimizers()
    {
        List<AdamW.ParamGroup> groups = [new AdamW.ParamGroup(net.WordParameters, lr: _rate)];
        if (net.NgramWeights is { } weights)
        {
            groups.Add(new AdamW.ParamGroup([weights], lr: NgramRate * _rate));
        }

        return optim.AdamW(groups, lr: _rate, weight_decay: 0);
    }

    private static Tensor Accuracy(Tensor scores, Tensor label) => scores.argmax(1).eq(label).to(float32).mean();
}
