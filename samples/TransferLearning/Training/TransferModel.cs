using Reporting;
using Lightning;
using TorchSharp;
using TorchSharp.Modules;
using TransferLearning.Reports;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TransferLearning.Training;

/// <summary>A ResNet with a head for the classes at hand: how it learns, and what is measured of it.</summary>
internal sealed class TransferModel : LightningModule<(Tensor image, Tensor label)>
{
    // Label smoothing keeps few pictures from being learnt by heart; warming up keeps fresh layers from shaking the others.
    private const double Smoothing = 0.1;
    private const double WeightDecay = 0.05;
    private const double WarmUp = 0.15;

    private readonly ResNet net;
    private readonly double _bodyRate;
    private readonly double _headRate;
    private readonly Func<double>? _progress;

    // Label and guess of each picture that this process has tested.
    private readonly List<object?> _answers = [];

    /// <param name="net">The network; its head answers for <paramref name="classes"/>.</param>
    /// <param name="classes">Names of the classes.</param>
    /// <param name="bodyRate">Highest learning rate of the backbone.</param>
    /// <param name="headRate">Highest learning rate of the head.</param>
    /// <param name="progress">How much of the training is done, from 0 to 1; by default the share of the steps to take.</param>
    public TransferModel(ResNet net, IReadOnlyList<string> classes, double bodyRate, double headRate, Func<double>? progress = null)
        : base(nameof(TransferModel))
    {
        this.net = net;
        (_bodyRate, _headRate, _progress) = (bodyRate, headRate, progress);
        Tested = new Confusion(classes);
        RegisterComponents();
    }

    /// <summary>What the last test run found.</summary>
    public Confusion Tested { get; private set; }

    /// <summary>For each picture of the last test run, in order, the class that it was taken for.</summary>
    public List<int> Guesses { get; } = [];

    /// <summary>The network itself.</summary>
    public ResNet Network => net;

    public override Tensor forward(Tensor image) => net.call(image);

    public override Tensor training_step((Tensor image, Tensor label) batch, int batch_idx)
    {
        var scores = forward(batch.image);
        var loss = functional.cross_entropy(scores, batch.label, label_smoothing: Smoothing);
        log("train_loss", loss, prog_bar: true, on_step: false, on_epoch: true, sync_dist: true);
        log("train_acc", Accuracy(scores, batch.label), on_step: false, on_epoch: true, sync_dist: true);
        return loss;
    }

    public override object? validation_step((Tensor image, Tensor label) batch, int batch_idx)
    {
        var scores = forward(batch.image);
        log("val_loss", functional.cross_entropy(scores, batch.label), sync_dist: true);
        log("val_acc", Accuracy(scores, batch.label), prog_bar: true, sync_dist: true);
        return null;
    }

    public override void on_test_epoch_start()
    {
        Tested = new Confusion(Tested.Classes);
        Guesses.Clear();
        _answers.Clear();
    }

    public override object? test_step((Tensor image, Tensor label) batch, int batch_idx)
    {
        var scores = forward(batch.image);
        log("test_acc", Accuracy(scores, batch.label), sync_dist: true);
        foreach (var (label, guess) in batch.label.data<long>().ToArray().Zip(scores.argmax(1).data<long>().ToArray()))
        {
            _answers.Add(label);
            _answers.Add(guess);
        }

        return null;
    }

    public override void on_test_epoch_end()
    {
        // Of several processes each has tested every so many-th picture.
        var shares = trainer.strategy.all_gather_object(_answers).Cast<IReadOnlyList<object?>>().ToArray();
        for (var i = 0; i < shares.Sum(share => share.Count) / 2; i++)
        {
            var (share, place) = (shares[i % shares.Length], 2 * (i / shares.Length));
            var (label, guess) = (Convert.ToInt32(share[place]), Convert.ToInt32(share[place + 1]));
            Tested.Add(label, guess);
            Guesses.Add(guess);
        }
    }

    public override OptimizerConfig configure_optimizers()
    {
        var optimizer = optim.AdamW(
            [
                new AdamW.ParamGroup(net.backbone_parameters(), lr: _bodyRate, weight_decay: WeightDecay),
                new AdamW.ParamGroup(net.fc.parameters(), lr: _headRate, weight_decay: WeightDecay),
            ],
            lr: _bodyRate,
            weight_decay: WeightDecay);
        var steps = trainer.estimated_stepping_batches;
        var schedule = optim.lr_scheduler.LambdaLR(optimizer, step => Height(_progress?.Invoke() ?? (step / (double)steps)));
        return (optimizer, new LRSchedulerConfig(schedule, interval: "step"));
    }

    /// <summary>The share of the highest rate at a point of the training: up in a line while warming up, then down in a line to nothing.</summary>
    internal static double Height(double progress) =>
        progress < WarmUp ? Math.Max(progress / WarmUp, 0.02) : Math.Max((1 - progress) / (1 - WarmUp), 0);

    private static Tensor Accuracy(Tensor scores, Tensor label) => scores.argmax(1).eq(label).to(float32).mean();
}
