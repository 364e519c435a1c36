using Lightning;
using Reporting;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SoundClassification.Training;

/// <summary>How the network learns, and what is measured of it.</summary>
internal sealed class SoundModel : LightningModule<(Tensor sound, Tensor label)>
{
    private const double Smoothing = 0.05;
    private const double WeightDecay = 0.02;
    private const double WarmUp = 0.2;

    private readonly SoundNet net;
    private readonly double _rate;

    /// <param name="net">The network; it answers for <paramref name="classes"/>.</param>
    /// <param name="classes">Names of the classes.</param>
    /// <param name="rate">Highest learning rate.</param>
    public SoundModel(SoundNet net, IReadOnlyList<string> classes, double rate)
        : base(nameof(SoundModel))
    {
        this.net = net;
        _rate = rate;
        Tested = new Confusion(classes);
        RegisterComponents();
    }

    /// <summary>What the last test run found.</summary>
    public Confusion Tested { get; private set; }

    /// <summary>For each sound of the last test run, in order, the class that it was taken for, and how surely.</summary>
    public List<(int Class, double Share)> Guesses { get; } = [];

    /// <summary>The network itself.</summary>
    public SoundNet Network => net;

    public override Tensor forward(Tensor sound) => net.call(sound);

    public override Tensor training_step((Tensor sound, Tensor label) batch, int batch_idx)
    {
        var scores = forward(batch.sound);
        var loss = functional.cross_entropy(scores, batch.label, label_smoothing: Smoothing);
        log("train_loss", loss, prog_bar: true, on_step: false, on_epoch: true);
        log("train_acc", Accuracy(scores, batch.label), on_step: false, on_epoch: true);
        return loss;
    }

    public override object? validation_step((Tensor sound, Tensor label) batch, int batch_idx)
    {
        var scores = forward(batch.sound);
        log("val_loss", functional.cross_entropy(scores, batch.label));
        log("val_acc", Accuracy(scores, batch.label), prog_bar: true);
        return null;
    }

    public override void on_test_epoch_start()
    {
        Tested = new Confusion(Tested.Classes);
        Guesses.Clear();
    }

    public override object? test_step((Tensor sound, Tensor label) batch, int batch_idx)
    {
        var scores = forward(batch.sound);
        log("test_acc", Accuracy(scores, batch.label));
        var (shares, guesses) = scores.softmax(1).max(1);
        var labels = batch.label.data<long>().ToArray();
        foreach (var ((share, guess), label) in shares.data<float>().ToArray().Zip(guesses.data<long>().ToArray()).Zip(labels))
        {
            Tested.Add((int)label, (int)guess);
            Guesses.Add(((int)guess, share));
        }

        return null;
    }

    public override OptimizerConfig configure_optimizers()
    {
        var optimizer = optim.AdamW(parameters(), lr: _rate, weight_decay: WeightDecay);
        var steps = (int)trainer.estimated_stepping_batches;
        var schedule = optim.lr_scheduler.OneCycleLR(optimizer, _rate, total_steps: Math.Max(steps, 2), pct_start: WarmUp, cycle_momentum: false);
        return (optimizer, new LRSchedulerConfig(schedule, interval: "step"));
    }

    private static Tensor Accuracy(Tensor scores, Tensor label) => scores.argmax(1).eq(label).to(float32).mean();
}
