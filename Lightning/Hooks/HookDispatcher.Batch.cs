namespace Lightning;

// The hooks of batches and of optimization, which run for every step.
internal sealed partial class HookDispatcher
{
    /// <summary>Calls <c>on_train_batch_start</c>; false when the module ends the epoch here.</summary>
    internal bool TrainBatchStart(object batch, int index)
    {
        using var scope = Enter(Hook.on_train_batch_start);
        foreach (var callback in _callbacks[Hook.on_train_batch_start])
        {
            callback.on_train_batch_start(trainer, _module, batch, index);
        }

        using var span = Measure(Hook.on_train_batch_start);
        return _module.TrainBatchStart(batch, index) != -1;
    }

    internal void TrainBatchEnd(object? outputs, object batch, int index)
    {
        using var scope = Enter(Hook.on_train_batch_end);
        foreach (var callback in _callbacks[Hook.on_train_batch_end])
        {
            callback.on_train_batch_end(trainer, _module, outputs, batch, index);
        }

        using var span = Measure(Hook.on_train_batch_end);
        _module.TrainBatchEnd(outputs, batch, index);
    }

    internal object? TrainingStep(object batch, int index, int optimizer)
    {
        using var scope = Enter(Hook.training_step);
        using var context = trainer.precision.forward_context();
        trainer.strategy.pre_forward();
        using var span = Measure(Hook.training_step);
        return _module.TrainingStep(batch, index, optimizer);
    }

    internal void EvaluationBatchStart(EvaluationKind kind, object batch, int index, int loader)
    {
        using var scope = Enter(kind.BatchStart());
        foreach (var callback in _callbacks[kind.BatchStart()])
        {
            switch (kind)
            {
                case EvaluationKind.Validation: callback.on_validation_batch_start(trainer, _module, batch, index, loader); break;
                case EvaluationKind.Test: callback.on_test_batch_start(trainer, _module, batch, index, loader); break;
                default: callback.on_predict_batch_start(trainer, _module, batch, index, loader); break;
            }
        }

        using var span = Measure(kind.BatchStart());
        _module.EvaluationBatchStart(kind, batch, index, loader);
    }

    internal void EvaluationBatchEnd(EvaluationKind kind, object? outputs, object batch, int index, int loader)
    {
        using var scope = Enter(kind.BatchEnd());
        foreach (var callback in _callbacks[kind.BatchEnd()])
        {
            switch (kind)
            {
                case EvaluationKind.Validation: callback.on_validation_batch_end(trainer, _module, outputs, batch, index, loader); break;
                case EvaluationKind.Test: callback.on_test_batch_end(trainer, _module, outputs, batch, index, loader); break;
                default: callback.on_predict_batch_end(trainer, _module, outputs, batch, index, loader); break;
            }
        }

        using var span = Measure(kind.BatchEnd());
        _module.EvaluationBatchEnd(kind, outputs, batch, index, loader);
    }

    internal object? EvaluationStep(EvaluationKind kind, object batch, int index, int loader)
    {
        using var scope = Enter(kind.Step());
        using var context = trainer.precision.forward_context();
        using var span = Measure(kind.Step());
        return kind switch
        {
            EvaluationKind.Validation => _module.ValidationStep(batch, index, loader),
            EvaluationKind.Test => _module.TestStep(batch, index, loader),
            _ => _module.PredictStep(batch, index, loader),
        };
    }

    internal void ZeroGrad(torch.optim.Optimizer optimizer, int epoch, int index)
    {
        using (Enter(Hook.on_before_zero_grad))
        {
            foreach (var callback in _callbacks[Hook.on_before_zero_grad])
            {
                callback.on_before_zero_grad(trainer, _module, optimizer);
            }

            using var span = Measure(Hook.on_before_zero_grad);
            _module.on_before_zero_grad(optimizer);
        }

        using (Enter(Hook.optimizer_zero_grad))
        {
            using var span = Measure(Hook.optimizer_zero_grad);
            _module.optimizer_zero_grad(epoch, index, optimizer);
        }
    }

    internal void Backward(Tensor loss)
    {
        var scaled = trainer.precision.pre_backward(loss);
        try
        {
            RunBackward(scaled);
        }
        finally
        {
            if (!ReferenceEquals(scaled, loss))
            {
                scaled.Dispose();
            }
        }
    }

    private void RunBackward(Tensor loss)
    {
        using (Enter(Hook.on_before_backward))
        {
            foreach (var callback in _callbacks[Hook.on_before_backward])
            {
                callback.on_before_backward(trainer, _module, loss);
            }

            using var span = Measure(Hook.on_before_backward);
            _module.on_before_backward(loss);
        }

        trainer.strategy.pre_backward(loss);
        using (Enter(Hook.backward))
        {
            using var span = Measure(Hook.backward);
            _module.backward(loss);
        }

        using (Enter(Hook.on_after_backward))
        {
            foreach (var callback in _callbacks[Hook.on_after_backward])
            {
                callback.on_after_backward(trainer, _module);
            }

            using var span = Measure(Hook.on_after_backward);
            _module.on_after_backward();
        }
    }

    internal void BeforeOptimizerStep(torch.optim.Optimizer optimizer)
    {
        using var scope = Enter(Hook.on_before_optimizer_step);
        foreach (var callback in _callbacks[Hook.on_before_optimizer_step])
        {
            callback.on_before_optimizer_step(trainer, _module, optimizer);
        }

        using var span = Measure(Hook.on_before_optimizer_step);
        _module.on_before_optimizer_step(optimizer);
    }

    internal void ClipGradients(torch.optim.Optimizer optimizer)
    {
        using var scope = Enter(Hook.configure_gradient_clipping);
        using var span = Measure(Hook.configure_gradient_clipping);
        _module.configure_gradient_clipping(optimizer, trainer.gradient_clip_val, trainer.gradient_clip_algorithm);
    }

    internal void OptimizerStep(int epoch, int index, torch.optim.Optimizer optimizer, Func<Tensor> closure)
    {
        using var scope = Enter(Hook.optimizer_step);
        using var span = Measure(Hook.optimizer_step);
        _module.optimizer_step(epoch, index, optimizer, closure);
    }

    internal void SchedulerStep(torch.optim.lr_scheduler.LRScheduler scheduler, double? metric)
    {
        using var scope = Enter(Hook.lr_scheduler_step);
        using var span = Measure(Hook.lr_scheduler_step);
        _module.lr_scheduler_step(scheduler, metric);
    }
}
