namespace Lightning;

/// <summary>
/// One batch under automatic optimization: forward, backward, and at the end of an accumulation window clipping and the optimizer's step. Several
/// optimizers take their turns, each with a step of its own on its own parameters.
/// </summary>
internal sealed class AutomaticOptimization
{
    private readonly Trainer _trainer;
    private readonly Func<Tensor> _closure;
    private object _batch = null!;
    private object? _outputs;
    private torch.optim.Optimizer? _optimizer;
    private int _turn;
    private int _index;
    private bool _stepping;

    internal AutomaticOptimization(Trainer trainer)
    {
        _trainer = trainer;
        _closure = Closure;
    }

    /// <summary>The window of the batch under way.</summary>
    internal AccumulationWindow Window { get; } = new();

    /// <summary>Whether the gradients of this batch wait for further ones.</summary>
    internal bool InsideWindow(int index, bool isLast) => !isLast && (index + 1) % _trainer.accumulate_grad_batches != 0;

    /// <summary>Trains one batch.</summary>
    /// <param name="batch">The batch, on the device.</param>
    /// <param name="index">Its number in the epoch.</param>
    /// <param name="isLast">Whether it is the epoch's last.</param>
    /// <param name="batches">How many batches the epoch has, or null when nobody knows.</param>
    /// <returns>What <c>training_step</c> returned; of several optimizers, one for each.</returns>
    internal object? Run(object batch, int index, bool isLast, long? batches)
    {
        _batch = batch;
        _index = index;
        _stepping = !InsideWindow(index, isLast);
        Window.Enter(index, _trainer.accumulate_grad_batches, batches);
        var outputs = _trainer.Optimizers.Count > 1 ? RunTurns() : RunOptimizer(0);
        if (_stepping)
        {
            _trainer.precision.after_optimizer_steps();
            _trainer.Progress.GlobalStep++;
        }

        return outputs;
    }

    private object?[] RunTurns()
    {
        var outputs = new object?[_trainer.Optimizers.Count];
        for (var turn = 0; turn < outputs.Length; turn++)
        {
            using var toggled = _trainer.Toggle(_trainer.Optimizers[turn]);
            outputs[turn] = RunOptimizer(turn);
        }

        return outputs;
    }

    private object? RunOptimizer(int turn)
    {
        _turn = turn;
        _optimizer = turn < _trainer.Optimizers.Count ? _trainer.Optimizers[turn] : null;
        if (_stepping && _optimizer is not null)
        {
            _trainer.Hooks.OptimizerStep(_trainer.current_epoch, _index, _optimizer, _closure);
        }
        else
        {
            using var local = _stepping ? null : _trainer.strategy.block_backward_sync();
            Closure();
        }

        var outputs = _outputs;
        _outputs = null;
        return outputs;
    }

    // Returns null when the step skips the batch: the gradients are cleared then, and the optimizer finds nothing to do.
    private Tensor Closure()
    {
        _trainer.Anomalies?.Begin($"batch {_index}");
        _outputs = _trainer.Hooks.TrainingStep(_batch, _index, _turn);
        var step = StepOutput.Of(_outputs);
        if (Window.Place == 1 && _optimizer is not null)
        {
            _trainer.Hooks.ZeroGrad(_optimizer, _trainer.current_epoch, _index);
            Window.Begin(_turn);
        }

        if (step.Loss is null && _trainer.world_size > 1)
        {
            throw new MisconfigurationException(
                "training_step returned null to skip a batch, and the other processes wait for its gradients. Return a loss of zero times the parameters instead.");
        }

        if (step.Loss is { } loss)
        {
            step.Check();
            _trainer.Anomalies?.CheckLoss(loss);
            using var scaled = Window.Scale(_turn, loss, step.Weight, _trainer.world_size);
            _trainer.Hooks.Backward(scaled ?? loss);
        }

        if (_stepping && _optimizer is not null)
        {
            _trainer.precision.unscale_gradients(_optimizer);
            Window.Normalize(_turn, _optimizer, _trainer.strategy);
            _trainer.Hooks.BeforeOptimizerStep(_optimizer);
            _trainer.Hooks.ClipGradients(_optimizer);
        }

        return step.Loss!;
    }
}
