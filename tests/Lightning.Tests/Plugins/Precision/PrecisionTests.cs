using Lightning.Plugins;

namespace Lightning.Tests.PluginTests;

/// <summary>The number types: each trains as a loop written by hand does.</summary>
public sealed class PrecisionTests
{
    [Fact]
    public void Bf16_mixed_equals_a_loop_under_autocast()
    {
        var expected = Hand(scaler: null);

        Assert.Equal(expected, Fit("bf16-mixed", clip: null));
        Assert.Equal(expected, Fit("bf16", clip: null));
        Assert.NotEqual(expected, Fit("32-true", clip: null));
    }

    [Fact]
    public void A_scaled_loss_equals_a_loop_with_a_scaler_that_clips_unscaled_gradients()
    {
        using var byHand = new torch.cpu.amp.GradScaler(init_scale: 1024, growth_interval: 5);
        using var scaler = new torch.cpu.amp.GradScaler(init_scale: 1024, growth_interval: 5);

        Assert.Equal(Hand(byHand), Fit(new MixedPrecision(ScalarType.BFloat16, scaler), clip: 0.1));
        Assert.Equal(byHand.get_scale(), scaler.get_scale());
        Assert.True(scaler.get_scale() > 1024);
    }

    [Fact]
    public void A_step_whose_gradients_overflow_is_left_out_and_the_scale_lowered()
    {
        using var scaler = new torch.cpu.amp.GradScaler(init_scale: 1024);
        var model = new OverflowingModel();
        var before = model.Weights();
        Quiet.Trainer(max_steps: 1, limit_val_batches: 0, precision: new MixedPrecision(ScalarType.BFloat16, scaler)).fit(model);

        Assert.Equal(before, model.Weights());
        Assert.Equal(512, scaler.get_scale());
    }

    [Fact]
    public void The_scale_is_in_the_checkpoint_and_comes_back()
    {
        using var folder = new TemporaryFolder();
        using var scaler = new torch.cpu.amp.GradScaler(init_scale: 256, growth_interval: 3);
        var first = Quiet.Trainer(limit_val_batches: 0, precision: new MixedPrecision(ScalarType.BFloat16, scaler));
        first.fit(new BoringModel());
        first.save_checkpoint(folder.File("a.ckpt"));
        using var second = new torch.cpu.amp.GradScaler();
        Quiet.Trainer(limit_val_batches: 0, precision: new MixedPrecision(ScalarType.BFloat16, second)).fit(new BoringModel(), ckpt_path: folder.File("a.ckpt"));

        Assert.Equal(scaler.get_scale(), second.get_scale());
        Assert.Contains("MixedPrecision", CheckpointFile.Read(folder.File("a.ckpt")).Content.Keys);
    }

    [Fact]
    public void True_half_converts_parameters_inputs_and_what_the_step_makes()
    {
        var model = new TypedModel();
        Quiet.Trainer(max_steps: 2, limit_val_batches: 0, precision: "bf16-true").fit(model);

        Assert.Equal([ScalarType.BFloat16, ScalarType.BFloat16, ScalarType.BFloat16], model.Seen);
        Assert.Equal(ScalarType.Float32, torch.get_default_dtype());
    }

    [Fact]
    public void Float16_on_the_processor_becomes_bfloat16_with_a_warning()
    {
        using var messages = new Messages();

        Assert.Equal("bf16-mixed", Quiet.Trainer(precision: "16-mixed").precision.name);
        Assert.Equal("bf16-mixed", Quiet.Trainer(precision: 16).precision.name);
        Assert.Equal(2, messages.Warnings.Count(text => text.Contains("16-mixed", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("64", "64-true")]
    [InlineData("32", "32-true")]
    [InlineData("16-true", "16-true")]
    [InlineData("bf16-true", "bf16-true")]
    public void Names_convert(string given, string name) => Assert.Equal(name, Quiet.Trainer(precision: given).precision.name);

    [Fact]
    public void A_scaled_loss_and_LBFGS_are_an_error()
    {
        using var scaler = new torch.cpu.amp.GradScaler();
        var thrown = Assert.Throws<MisconfigurationException>(() =>
            Quiet.Trainer(limit_val_batches: 0, precision: new MixedPrecision(ScalarType.BFloat16, scaler)).fit(new SecondOrderModel()));
        Assert.Contains("LBFGS", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Manual_steps_unscale_before_their_hook_and_clipping()
    {
        using var scaler = new torch.cpu.amp.GradScaler(init_scale: 4096);
        var model = new ManualModel();
        Quiet.Trainer(max_steps: 1, limit_val_batches: 0, precision: new MixedPrecision(ScalarType.BFloat16, scaler)).fit(model);

        Assert.True(model.ScaledNorm > 1000 * model.UnscaledNorm, $"{model.ScaledNorm} {model.UnscaledNorm}");
        Assert.True(model.ClippedNorm <= 0.011, $"{model.ClippedNorm}");
    }

    private static float[] Fit(Lightning.Plugins.Precision precision, double? clip)
    {
        torch.manual_seed(1);
        var model = new BoringModel();
        Quiet.Trainer(limit_val_batches: 0, precision: precision, gradient_clip_val: clip).fit(model);
        return model.Weights();
    }

    private static float[] Hand(torch.amp.GradScaler? scaler)
    {
        torch.manual_seed(1);
        var model = new BoringModel();
        var optimizer = torch.optim.SGD(model.parameters(), 0.02);
        foreach (var batch in Samples.Batches(64))
        {
            using var scope = torch.NewDisposeScope();
            Tensor loss;
            using (torch.autocast("cpu", ScalarType.BFloat16))
            {
                var output = model.layer.call(batch);
                loss = torch.nn.functional.mse_loss(output, torch.ones_like(output));
            }

            optimizer.zero_grad();
            if (scaler is null)
            {
                loss.backward();
                optimizer.step();
                continue;
            }

            scaler.scale(loss).backward();
            scaler.unscale_(optimizer);
            torch.nn.utils.clip_grad_norm_(model.parameters(), 0.1);
            scaler.step(optimizer);
            scaler.update();
        }

        return model.Weights();
    }

    private sealed class OverflowingModel : BoringModel
    {
        protected override Tensor Loss(Tensor batch) => base.Loss(batch) * 1e37f;
    }

    private sealed class SecondOrderModel : BoringModel
    {
        public override OptimizerConfig? configure_optimizers() => torch.optim.LBFGS(parameters());
    }

    private sealed class TypedModel : BoringModel
    {
        internal ScalarType[] Seen { get; private set; } = [];

        public override Tensor? training_step(Tensor batch, int batch_idx)
        {
            using var made = torch.zeros(1);
            Seen = [batch.dtype, layer.weight!.dtype, made.dtype];
            return layer.call(batch).square().mean();
        }
    }

    private sealed class ManualModel : BoringModel
    {
        public ManualModel() => automatic_optimization = false;

        internal double ScaledNorm { get; private set; }

        internal double UnscaledNorm { get; private set; }

        internal double ClippedNorm { get; private set; }

        public override Tensor? training_step(Tensor batch, int batch_idx)
        {
            var optimizer = optimizers()[0];
            optimizer.zero_grad();
            manual_backward(Loss(batch));
            ScaledNorm = Norm();
            clip_gradients(optimizer.optimizer, 1e9);
            UnscaledNorm = Norm();
            clip_gradients(optimizer.optimizer, 0.01);
            optimizer.step();
            return null;
        }

        public override void on_before_optimizer_step(torch.optim.Optimizer optimizer) => ClippedNorm = Norm();

        private double Norm() => layer.weight!.grad!.norm().item<float>();
    }
}
