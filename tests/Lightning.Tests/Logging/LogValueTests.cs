namespace Lightning.Tests.Logging;

/// <summary>What logged values become: names, sums, axes, and where they are to be found.</summary>
public sealed class LogValueTests
{
    private readonly RecordingLogger _logger = new();

    [Fact]
    public void Training_offers_callbacks_the_name_and_both_forks_evaluation_never_a_step()
    {
        var trainer = Quiet.Trainer(logger: _logger, log_every_n_steps: 1);
        trainer.fit(new ScriptedModel
        {
            Training = (m, i) => m.log("t", i, on_step: true, on_epoch: true),
            Validation = (m, i, _) => m.log("v", i, on_step: true, on_epoch: true),
        });

        Assert.Equal(["t", "t_epoch", "t_step", "v", "v_epoch"], trainer.callback_metrics.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(3.0, trainer.callback_metrics["t_step"].item());
        Assert.Equal(1.5, trainer.callback_metrics["t"].item());
        Assert.Equal(["t_epoch", "t_step", "v_epoch", "v_step"], _logger.Rows.SelectMany(row => row.Row.Keys).Where(key => key != "epoch").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_loaders_number_comes_behind_the_fork_unless_it_is_left_out()
    {
        var loaders = new CombinedLoader(Samples.Batches(1), Samples.Batches(1));
        var trainer = Quiet.Trainer(logger: _logger);
        trainer.validate(new ScriptedModel { Validation = (m, _, loader) => m.log("v", loader, on_step: true, on_epoch: true) }, loaders, verbose: false);
        Assert.Contains("v_epoch/dataloader_idx_1", trainer.callback_metrics.Keys);
        Assert.Contains(_logger.Rows, row => row.Row.ContainsKey("v_step/dataloader_idx_0"));

        var plain = Quiet.Trainer();
        plain.validate(new ScriptedModel { Validation = (m, _, loader) => m.log($"v{loader}", 1.0, add_dataloader_idx: false) }, loaders, verbose: false);
        Assert.Equal(["v0", "v1"], plain.callback_metrics.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tensors_that_disagree_about_the_batchs_size_are_a_warning_and_the_first_ones_counts()
    {
        using var messages = new Messages();
        var trainer = Quiet.Trainer();
        trainer.validate(new Pairs(), (List<(Tensor, Tensor)>)[(torch.ones(3, 2), torch.ones(5, 2)), (torch.ones(1, 2), torch.ones(5, 2))], verbose: false);

        Assert.Equal(0.25, trainer.callback_metrics["v"].item());
        Assert.Contains("disagree", Assert.Single(messages.Warnings, warning => warning.Contains("size", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mean_over_batches_without_a_tensor_needs_a_size()
    {
        var thrown = Assert.Throws<MisconfigurationException>(() => Quiet.Trainer().validate(new Words(size: null), (List<string>)["a", "b"], verbose: false));
        Assert.Contains("batch_size", thrown.Message, StringComparison.Ordinal);

        var trainer = Quiet.Trainer();
        trainer.validate(new Words(size: 2), (List<string>)["a", "bb"], verbose: false);
        Assert.Equal(1.5, trainer.callback_metrics["v"].item());
    }

    [Fact]
    public void Sums_and_extremes_do_not_count_by_size()
    {
        var trainer = Quiet.Trainer();
        trainer.validate(
            new ScriptedModel
            {
                Validation = (m, i, _) =>
                {
                    m.log("sum", torch.tensor(i + 1f), reduce_fx: "sum", batch_size: 10);
                    m.log("min", torch.tensor(i + 1f), reduce_fx: "min", batch_size: 10);
                    m.log("max", torch.tensor(i + 1f), reduce_fx: "max", batch_size: 10);
                },
            },
            Samples.Batches(2),
            verbose: false);

        Assert.Equal((3.0, 1.0, 2.0), (trainer.callback_metrics["sum"].item(), trainer.callback_metrics["min"].item(), trainer.callback_metrics["max"].item()));
    }

    [Fact]
    public void Small_types_are_summed_in_a_large_one()
    {
        var trainer = Quiet.Trainer();
        trainer.validate(
            new ScriptedModel { Validation = (m, _, _) => m.log("v", torch.tensor(1f).to(ScalarType.BFloat16), reduce_fx: "sum") }, Samples.Batches(600), verbose: false);

        // bfloat16 would stay at 256.
        Assert.Equal(600.0, trainer.callback_metrics["v"].item());
    }

    [Fact]
    public void A_logged_value_holds_no_graph()
    {
        var trainer = Quiet.Trainer(limit_train_batches: 1, limit_val_batches: 0);
        trainer.fit(new ScriptedModel { Training = (m, _) => m.log("v", m.layer.weight!.sum(), on_epoch: true) });

        using var value = trainer.callback_metrics["v"].tensor();
        Assert.False(value.requires_grad);
        Assert.Null(value.grad_fn);
    }

    [Fact]
    public void Steps_are_counted_from_zero_and_an_epochs_values_stand_at_its_last_step()
    {
        Quiet.Trainer(max_epochs: 2, logger: _logger, log_every_n_steps: 2).fit(new ScriptedModel
        {
            Training = (m, i) =>
            {
                m.log("s", i);
                m.log("e", i, on_step: false, on_epoch: true);
            },
            Validation = (m, i, _) => m.log("v", i),
        });

        Assert.Equal([1L, 3, 5, 7], _logger.Of("s").Select(row => row.Step));
        Assert.Equal([3L, 7], _logger.Of("e").Select(row => row.Step));
        Assert.Equal([3L, 7], _logger.Of("v").Select(row => row.Step));
    }

    [Fact]
    public void Zero_sends_no_step_and_a_stop_sends_the_last_one()
    {
        Quiet.Trainer(logger: _logger, log_every_n_steps: 0).fit(new ScriptedModel { Training = (m, i) => m.log("s", i) });
        Assert.Empty(_logger.Of("s"));

        Quiet.Trainer(logger: _logger, log_every_n_steps: 50).fit(new ScriptedModel
        {
            Training = (m, i) =>
            {
                m.log("s", i);
                m.trainer.should_stop |= i == 2;
            },
        });
        Assert.Equal([(2L, 2.0)], _logger.Of("s"));
    }

    [Fact]
    public void The_epoch_goes_with_every_row_unless_the_user_logs_one()
    {
        Quiet.Trainer(max_epochs: 2, limit_train_batches: 1, logger: _logger, log_every_n_steps: 1).fit(new ScriptedModel { Training = (m, i) => m.log("s", i) });
        Assert.Equal([0.0, 1.0], _logger.Rows.Select(row => row.Row["epoch"]));

        _logger.Rows.Clear();
        Quiet.Trainer(limit_train_batches: 1, logger: _logger, log_every_n_steps: 1).fit(new ScriptedModel { Training = (m, _) => m.log("epoch", 7.5) });
        Assert.Equal([7.5], _logger.Rows.Select(row => row.Row["epoch"]));
    }

    [Fact]
    public void One_name_in_two_hooks_is_kept_apart_until_the_later_one_shows()
    {
        var trainer = Quiet.Trainer(limit_train_batches: 2);
        trainer.fit(new ScriptedModel
        {
            Training = (m, i) => m.log("x", 10.0, on_step: false, on_epoch: true),
            Validation = (m, i, _) => m.log("x", 1.0),
        });

        // Sums of both would be 4; the training epoch ends last.
        Assert.Equal(10.0, trainer.callback_metrics["x"].item());
    }

    private sealed class Pairs : LightningModule<(Tensor a, Tensor b)>
    {
        public override object? validation_step((Tensor a, Tensor b) batch, int batch_idx)
        {
            log("v", (double)batch_idx);
            return null;
        }
    }

    private sealed class Words(int? size) : LightningModule<string>
    {
        public override object? validation_step(string batch, int batch_idx)
        {
            log("v", (double)batch.Length, batch_size: size);
            return null;
        }
    }
}
