namespace Lightning.Tests.Logging;

/// <summary>The rules of <c>log</c>, one test each.</summary>
public sealed class LogRulesTests
{
    private readonly RecordingLogger _logger = new();

    private Trainer Run(ScriptedModel model, int epochs = 1, int every = 1)
    {
        var trainer = Quiet.Trainer(max_epochs: epochs, logger: _logger, log_every_n_steps: every);
        trainer.fit(model);
        return trainer;
    }

    [Fact]
    public void In_training_step_the_default_is_the_step_alone()
    {
        var trainer = Run(new ScriptedModel { Training = (m, i) => m.log("x", i) });

        Assert.Equal([(0, 0), (1, 1), (2, 2), (3, 3)], _logger.Of("x"));
        Assert.Equal(3.0, trainer.callback_metrics["x"]);
        Assert.False(trainer.callback_metrics.ContainsKey("x_epoch"));
    }

    [Fact]
    public void Both_on_step_and_on_epoch_fork_the_name()
    {
        var trainer = Run(new ScriptedModel { Training = (m, i) => m.log("x", i, on_step: true, on_epoch: true) });

        Assert.Equal(4, _logger.Of("x_step").Count());
        Assert.Equal([(3, 1.5)], _logger.Of("x_epoch"));
        Assert.Empty(_logger.Of("x"));
        Assert.Equal(1.5, trainer.callback_metrics["x"]);
        Assert.Equal(3.0, trainer.callback_metrics["x_step"]);
        Assert.Equal(1.5, trainer.callback_metrics["x_epoch"]);
    }

    [Fact]
    public void In_validation_step_the_default_is_the_epoch_alone()
    {
        var trainer = Run(new ScriptedModel { Validation = (m, i, _) => m.log("v", i + 1.0) });

        Assert.Equal([(3, 1.5)], _logger.Of("v"));
        Assert.Equal(1.5, trainer.callback_metrics["v"]);
    }

    [Fact]
    public void Validation_steps_count_on_across_epochs_and_ignore_log_every_n_steps()
    {
        var trainer = Run(new ScriptedModel { Validation = (m, i, _) => m.log("v", i, on_step: true) }, epochs: 2, every: 50);

        Assert.Equal([(0, 0), (1, 1), (2, 0), (3, 1)], _logger.Of("v_step"));
        Assert.Equal(2, _logger.Of("v_epoch").Count());
        Assert.False(trainer.callback_metrics.ContainsKey("v_step"));
    }

    [Theory]
    [InlineData("mean", 2.5)]
    [InlineData("sum", 10.0)]
    [InlineData("min", 1.0)]
    [InlineData("max", 4.0)]
    public void Each_reduction_of_numbers_and_of_tensors(string reduction, double expected)
    {
        var trainer = Run(new ScriptedModel
        {
            Training = (m, i) =>
            {
                m.log("number", i + 1.0, on_step: false, on_epoch: true, reduce_fx: reduction);
                m.log("tensor", torch.tensor(i + 1f), on_step: false, on_epoch: true, reduce_fx: reduction);
            },
        });

        Assert.Equal(expected, trainer.callback_metrics["number"].item(), 1e-12);
        Assert.Equal(expected, trainer.callback_metrics["tensor"].item(), 1e-12);
    }

    [Fact]
    public void The_mean_is_weighted_by_the_size_of_each_batch()
    {
        List<Tensor> batches = [torch.randn(3, 32), torch.randn(1, 32)];
        var trainer = Run(new ScriptedModel { Train = batches, Training = (m, i) => m.log("x", i, on_step: false, on_epoch: true) });

        Assert.Equal(0.25, trainer.callback_metrics["x"].item(), 1e-12);
    }

    [Fact]
    public void An_explicit_batch_size_weighs_instead()
    {
        var trainer = Run(new ScriptedModel { Training = (m, i) => m.log("x", torch.tensor((float)i), on_step: false, on_epoch: true, batch_size: i == 3 ? 5 : 1) });

        Assert.Equal((0 + 1 + 2 + 15) / 8.0, trainer.callback_metrics["x"].item(), 1e-12);
    }

    [Fact]
    public void A_value_changed_in_place_afterwards_keeps_what_was_logged()
    {
        var trainer = Run(new ScriptedModel
        {
            Training = (m, i) =>
            {
                var value = torch.tensor((float)i);
                m.log("x", value, on_step: true, on_epoch: true);
                value.add_(100);
            },
        });

        Assert.Equal(1.5, trainer.callback_metrics["x_epoch"]);
        Assert.Equal(3.0, trainer.callback_metrics["x_step"]);
    }

    [Fact]
    public void Every_epoch_begins_anew()
    {
        Run(new ScriptedModel { Training = (m, i) => m.log("x", m.current_epoch, on_step: false, on_epoch: true) }, epochs: 3);

        Assert.Equal([(3, 0), (7, 1), (11, 2)], _logger.Of("x"));
    }

    [Fact]
    public void Step_metrics_go_to_the_loggers_every_n_steps_and_the_epoch_goes_with_them()
    {
        Run(new ScriptedModel { Train = Samples.Batches(10), Training = (m, i) => m.log("x", i) }, every: 4);

        Assert.Equal([(3, 3), (7, 7)], _logger.Of("x"));
        Assert.Equal([(3, 0), (7, 0)], _logger.Of("epoch"));
    }

    [Fact]
    public void Inside_an_accumulation_window_nothing_goes_to_the_loggers()
    {
        var trainer = Quiet.Trainer(logger: _logger, log_every_n_steps: 1, accumulate_grad_batches: 2);
        trainer.fit(new ScriptedModel { Training = (m, i) => m.log("x", i) });

        Assert.Equal([(0, 1), (1, 3)], _logger.Of("x"));
    }

    [Fact]
    public void A_metric_called_step_replaces_the_axis()
    {
        Run(new ScriptedModel { Training = (m, i) => m.log_dict(new Dictionary<string, double> { ["x"] = i, ["step"] = 100 + i }) });

        Assert.Equal([(100, 0), (101, 1), (102, 2), (103, 3)], _logger.Of("x"));
    }

    [Fact]
    public void Logger_false_keeps_it_from_the_loggers_and_not_from_callbacks()
    {
        var trainer = Run(new ScriptedModel { Training = (m, i) => m.log("x", i, logger: false) });

        Assert.Empty(_logger.Of("x"));
        Assert.True(trainer.callback_metrics.ContainsKey("x"));
    }

    [Fact]
    public void Prog_bar_metrics_are_those_asked_for()
    {
        var trainer = Run(new ScriptedModel
        {
            Training = (m, i) =>
            {
                m.log("shown", i, prog_bar: true);
                m.log("hidden", i);
            },
        });

        Assert.Equal(["shown"], trainer.progress_bar_metrics.Keys);
    }

    [Fact]
    public void Several_loaders_get_a_suffix_each_unless_told_not_to()
    {
        var model = new ScriptedModel { Validation = (m, i, loader) => m.log("v", loader) };
        var results = Quiet.Trainer().validate(model, new CombinedLoader(Samples.Batches(2), Samples.Batches(2)), verbose: false);

        Assert.Equal(2, results.Count);
        Assert.Equal(0.0, results[0]["v/dataloader_idx_0"]);
        Assert.Equal(1.0, results[1]["v/dataloader_idx_1"]);
    }

    [Fact]
    public void Epoch_hooks_log_the_epoch_and_monitors_see_it()
    {
        var stopping = new EarlyStopping("late", stopping_threshold: 1.0);
        var trainer = Quiet.Trainer(max_epochs: 5, callbacks: [stopping]);
        trainer.fit(new ScriptedModel { TrainEpochEnd = m => m.log("late", 0.5) });

        Assert.Equal(1, trainer.current_epoch);
        Assert.Equal(EarlyStoppingReason.StoppingThreshold, stopping.stopping_reason);
    }

    [Fact]
    public void Sanity_checking_leaves_no_metric_behind()
    {
        var trainer = Quiet.Trainer(max_epochs: 1, num_sanity_val_steps: 2, check_val_every_n_epoch: 2, logger: _logger);
        trainer.fit(new ScriptedModel { Validation = (m, i, _) => m.log("v", i, on_step: true) });

        Assert.Empty(_logger.Rows);
        Assert.Empty(trainer.callback_metrics);
    }

    [Fact]
    public void The_same_name_with_other_arguments_in_one_hook_is_an_error()
    {
        var thrown = Assert.Throws<MisconfigurationException>(() => Run(new ScriptedModel
        {
            Training = (m, i) =>
            {
                m.log("x", 1.0);
                m.log("x", 1.0, prog_bar: true);
            },
        }));

        Assert.Contains("twice in training_step", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Logging_nothing_or_where_nothing_is_logged_is_an_error()
    {
        Assert.Contains("would log nothing", Error(new ScriptedModel { Training = (m, i) => m.log("x", 1.0, on_step: false, on_epoch: false) }), StringComparison.Ordinal);
        Assert.Contains("on_fit_start", Error(new ScriptedModel { FitStart = m => m.log("x", 1.0) }), StringComparison.Ordinal);
        Assert.Contains("once per epoch", Error(new ScriptedModel { TrainEpochEnd = m => m.log("x", 1.0, on_step: true) }), StringComparison.Ordinal);
        Assert.Contains("[2, 3]", Error(new ScriptedModel { Training = (m, i) => m.log("x", torch.ones(2, 3)) }), StringComparison.Ordinal);

        string Error(ScriptedModel model) => Assert.Throws<MisconfigurationException>(() => Run(model)).Message;
    }

    [Fact]
    public void Without_a_trainer_log_warns_only()
    {
        using var messages = new Messages();
        new BoringModel().log("x", 1.0);

        Assert.Contains("no Trainer", Assert.Single(messages.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_metric_says_which_there_are()
    {
        var trainer = Run(new ScriptedModel { Training = (m, i) => m.log("seen", i) });

        Assert.Contains("seen", Assert.Throws<KeyNotFoundException>(() => trainer.callback_metrics["other"]).Message, StringComparison.Ordinal);
    }
}
