using TorchSharp.Modules;

namespace Lightning.Tests.Callbacks;

public sealed class FinetuningTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_backbone_is_frozen_thawed_and_catches_up()
    {
        List<(int Groups, double Rate, bool Thawed)> seen = [];
        var model = new Pretrained();
        Quiet.Trainer(max_epochs: 6, limit_train_batches: 1, limit_val_batches: 0, callbacks:
        [
            new BackboneFinetuning(unfreeze_backbone_at_epoch: 2, lambda_func: _ => 4, backbone_initial_ratio_lr: 0.1),
            new LambdaCallback(on_train_batch_end: (trainer, _, _, _, _) =>
            {
                var groups = trainer.optimizers[0].param_groups;
                seen.Add((groups.Count, groups[^1].LearningRate, model.backbone.parameters().First().requires_grad));
            }),
        ]).fit(model);

        Assert.Equal([(1, 0.1, false), (1, 0.1, false), (2, 0.01, true), (2, 0.04, true), (2, 0.1, true), (2, 0.1, true)], seen.Select(e => (e.Groups, Math.Round(e.Rate, 9), e.Thawed)));
    }

    [Fact]
    public void Batch_normalization_of_a_frozen_backbone_is_trained_or_not()
    {
        var model = new Pretrained();
        BaseFinetuning.freeze(model.backbone);
        Assert.True(model.norm.track_running_stats);
        Assert.True(model.norm.weight!.requires_grad);
        Assert.False(model.first.weight!.requires_grad);

        BaseFinetuning.freeze(model.backbone, train_bn: false);
        Assert.False(model.norm.track_running_stats);
        Assert.False(model.norm.weight!.requires_grad);
        Assert.Empty(BaseFinetuning.filter_params([model.backbone]));
        using var before = model.norm.running_mean!.clone();
        using var batch = torch.randn([4, 32]);
        using var output = model.backbone.call(batch);
        Assert.True(torch.ops.aten.equal(before, model.norm.running_mean!));
        Assert.Contains("backbone.1.running_mean", model.state_dict().Keys);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_broken_run_goes_on_bit_for_bit(int stop)
    {
        var whole = new Pretrained();
        var start = _folder.File("start.dat");
        whole.save(start);
        Fit(whole, null);
        var first = new Pretrained();
        first.load(start);
        Fit(first, null, stop);
        var second = new Pretrained();
        Fit(second, _folder.File("a.ckpt"));
        Assert.True(torch.ops.aten.equal(whole.first.weight!, second.first.weight!));
        Assert.True(torch.ops.aten.equal(whole.norm.running_var!, second.norm.running_var!));

        void Fit(Pretrained model, string? from, int saveAt = -1) => Quiet.Trainer(max_epochs: 6, limit_train_batches: 2, limit_val_batches: 0, callbacks:
        [
            new BackboneFinetuning(unfreeze_backbone_at_epoch: 2, train_bn: false),
            new LambdaCallback(on_train_epoch_end: (trainer, _) =>
            {
                if (trainer.current_epoch == saveAt)
                {
                    trainer.save_checkpoint(_folder.File("a.ckpt"));
                }
            }),
        ]).fit(model, ckpt_path: from);
    }

    [Fact]
    public void Without_a_backbone_it_is_an_error() => Assert.Contains(
        "backbone",
        Assert.Throws<MisconfigurationException>(() => Quiet.Trainer(callbacks: [new BackboneFinetuning()]).fit(new BoringModel())).Message,
        StringComparison.Ordinal);

    private sealed class Pretrained : LightningModule<Tensor>
    {
        internal readonly Linear first = torch.nn.Linear(32, 4);
        internal readonly BatchNorm1d norm = torch.nn.BatchNorm1d(4);
        internal readonly Sequential backbone;
        internal readonly Linear head = torch.nn.Linear(4, 1);

        public Pretrained()
            : base("Pretrained")
        {
            backbone = torch.nn.Sequential(first, norm);
            register_module(nameof(backbone), backbone);
            register_module(nameof(head), head);
        }

        public override Tensor training_step(Tensor batch, int batch_idx) => head.call(backbone.call(batch)).square().mean();

        public override OptimizerConfig? configure_optimizers() =>
            torch.optim.Adam(parameters().Where(parameter => parameter.requires_grad), 0.1);

        public override System.Collections.IEnumerable? train_dataloader() => Samples.Batches(4, size: 4);
    }
}
