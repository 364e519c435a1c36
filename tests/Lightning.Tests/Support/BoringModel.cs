using System.Collections;
using Lightning;
using TorchSharp.Modules;

namespace Lightning.Tests;

/// <summary>The one small module that nearly all tests use: one linear layer, a loss that falls.</summary>
internal class BoringModel : LightningModule<Tensor>
{
    internal readonly Linear layer;

    public BoringModel(double dropout = 0)
        : base("BoringModel")
    {
        layer = torch.nn.Linear(32, 2);
        Dropout = dropout;
        RegisterComponents();
    }

    internal double Dropout { get; }

    internal double LearningRate { get; init; } = 0.02;

    internal List<double> Losses { get; } = [];

    protected virtual Tensor Loss(Tensor batch)
    {
        var x = Dropout > 0 ? torch.nn.functional.dropout(batch, Dropout, training) : batch;
        var output = layer.call(x);
        return torch.nn.functional.mse_loss(output, torch.ones_like(output));
    }

    public override Tensor? training_step(Tensor batch, int batch_idx)
    {
        var loss = Loss(batch);
        Losses.Add(loss.item<float>());
        return loss;
    }

    public override object? validation_step(Tensor batch, int batch_idx)
    {
        var loss = Loss(batch);
        log("val_loss", loss);
        return loss;
    }

    public override object? test_step(Tensor batch, int batch_idx)
    {
        var loss = Loss(batch);
        log("test_loss", loss);
        return loss;
    }

    public override Tensor predict_step(Tensor batch, int batch_idx) => layer.call(batch);

    public override OptimizerConfig? configure_optimizers() => torch.optim.SGD(parameters(), LearningRate);

    public override IEnumerable? train_dataloader() => Samples.Batches(64);

    public override IEnumerable? val_dataloader() => Samples.Batches(64, seed: 2);

    public override IEnumerable? test_dataloader() => Samples.Batches(64, seed: 3);

    public override IEnumerable? predict_dataloader() => Samples.Batches(64, seed: 4);

    internal float[] Weights()
    {
        using var scope = torch.NewDisposeScope();
        return [.. layer.weight!.detach().clone().data<float>().ToArray(), .. layer.bias!.detach().clone().data<float>().ToArray()];
    }
}
