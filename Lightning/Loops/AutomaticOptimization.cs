namespace Lightning;

/// <summary>
/// One batch under automatic optimization: forward, backward, and at the end of an accumulation window clipping and the optimizer's step.
/// The gradient of a window is the mean over its batches, also when the epoch's last window is short.
/// </summary>
internal sealed class AutomaticOptimization
{
    private readonly Trainer _trainer;
    private readonly Func<Tensor> _closure;
    private object _batch = null!;
    private object? _outputs;
    private int _index;
    private int _window = 1;
    private int _inWindow = 1;
    private bool _windowSizeKnown = true;
    private bool _stepping;

    internal AutomaticOptimization(Trainer trainer)
    {
        _trainer = trainer;
        _closure = Closure;
    }

    /// <summary>Whether the gradients of this batch wait for further ones.</summary>
    internal bool InsideWindow(int index, bool isLast) => !isLast && (index + 1) % _trainer.accumulate_grad_batches != 0;

    /// <summary>Trains one batch.</summary>
    /// <param name="batch">The batch, on the device.</param>
    /// <param name="index">Its number in the epoch.</param>
    /// <param name="isLast">Whether it is the epoch's last.</param>
    /// <param name="batches">How many batches the epoch has, or null when nobody knows.</param>
    /// <returns>What <c>training_step</c> returned.</returns>
    internal object? Run(object batch, int index, bool isLast, long? batches)
    {
        _batch = batch;
        _index = index;
        _stepping = !InsideWindow(index, isLast);
        MeasureWindow(batches);

        if (_stepping && _trainer.Optimizer is { } optimizer)
        {
            _trainer.Hooks.OptimizerStep(_trainer.current_epoch, index, optimizer, _closure);
        }
        else
        {
            using var local = _stepping ? null : _trainer.strategy.block_backward_sync();
            Closure();
        }

        if (_stepping)
        {
            _trainer.Progress.GlobalStep++;
        }

        var outputs = _outputs;
        _outputs = null;
        return outputs;
    }

    private void MeasureWindow(long? batches)
    {
        var size = _trainer.accumulate_grad_batches;
        _inWindow = (_index % size) + 1;
        var start = _index - (_index % size);
        _windowSizeKnown = size == 1 || batches is not null;
        _window = batches is { } total ? (int)Math.Min(size, total - start) : size;
    }

    // Returns null when the step skips the batch: the gradients are cleared then, and the optimizer finds nothing to do.
    private Tensor Closure()
    {
        _outputs = _trainer.Hooks.TrainingStep(_batch, _index);
        var loss = LossOf(_outputs);
        var optimizer = _trainer.Optimizer;
        if (_inWindow == 1 && optimizer is not null)
        {
            _trainer.Hooks.ZeroGrad(optimizer, _trainer.current_epoch, _index);
        }

        if (loss is null && _trainer.world_size > 1)
        {
            throw new MisconfigurationException(
                "training_step returned null to skip a batch, and the other processes wait for its gradients. Return a loss of zero times the parameters instead.");
        }

        if (loss is not null)
        {
            CheckGradient(loss);
            if (_window == 1)
            {
                _trainer.Hooks.Backward(loss);
            }
            else
            {
                using var scaled = loss.div(_window);
                _trainer.Hooks.Backward(scaled);
            }
        }

        if (_stepping && optimizer is not null)
        {
            RescaleShortWindow(optimizer);
            _trainer.Hooks.BeforeOptimizerStep(optimizer);
            _trainer.Hooks.ClipGradients(optimizer);
        }

        return loss!;
    }

    /// <summary>Without knowing the epoch's length the losses were divided by the full window; a short last one is put right here.</summary>
    private void RescaleShortWindow(torch.optim.Optimizer optimizer)
    {
        if (!_windowSizeKnown && _inWindow < _window)
        {
            GradientClipping.Scale(optimizer.parameters(), (double)_window / _inWindow);
        }
    }

    private static Tensor? LossOf(object? outputs) => outputs switch
    {
        null => null,
        Tensor loss => loss,
        IReadOnlyDictionary<string, Tensor> named when named.TryGetValue("loss", out var loss) => loss,
        IReadOnlyDictionary<string, object?> named when named.TryGetValue("loss", out var loss) && loss is Tensor tensor => tensor,
        _ => throw new MisconfigurationException(
            $"training_step returned {outputs.GetType().Name}. Return the loss as a Tensor, a dictionary with the loss under \"loss\", or null to skip the batch."),
    };

    private static void CheckGradient(Tensor loss)
    {
        if (!loss.requires_grad)
        {
            throw new MisconfigurationException(
                "training_step returned a loss without a gradient. Is every parameter frozen, or was the loss detached or computed under no_grad?");
        }

        if (loss.numel() != 1)
        {
            throw new MisconfigurationException(
                $"training_step returned a loss of shape [{string.Join(", ", loss.shape)}]. Reduce it to one element, for example with mean().");
        }
    }
}
