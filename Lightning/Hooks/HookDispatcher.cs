namespace Lightning;

/// <summary>The one door through which hooks are called: callbacks first, in their order, then the module.</summary>
internal sealed partial class HookDispatcher(Trainer trainer)
{
    private CallbackTable _callbacks = new([]);
    private LightningModule _module = null!;

    /// <summary>The hook that is running.</summary>
    internal Hook Current { get; set; }

    internal void Bind(LightningModule module, IReadOnlyList<Callback> callbacks)
    {
        _module = module;
        _callbacks = new CallbackTable(callbacks, trainer.profiler);
        NameActions();
        Current = Hook.none;
    }

    internal HookScope Enter(Hook hook) => new(this, hook);

    /// <summary>Calls a hook that takes no arguments but trainer and module.</summary>
    internal void Run(Hook hook)
    {
        using var scope = Enter(hook);
        foreach (var callback in _callbacks[hook])
        {
            Call(callback, hook);
        }

        CallModule(hook);
    }

    /// <summary>Calls <c>on_train_epoch_end</c>: callbacks, the module, then the callbacks that read what the module logged.</summary>
    internal void TrainEpochEnd(Action beforeMonitors)
    {
        using var scope = Enter(Hook.on_train_epoch_end);
        foreach (var callback in _callbacks.EpochEndBeforeModule)
        {
            callback.on_train_epoch_end(trainer, _module);
        }

        using (Measure(Hook.on_train_epoch_end))
        {
            _module.on_train_epoch_end();
        }

        beforeMonitors();
        foreach (var callback in _callbacks.EpochEndAfterModule)
        {
            callback.on_train_epoch_end(trainer, _module);
        }
    }

    internal void Setup(string stage)
    {
        using var scope = Enter(Hook.setup);
        trainer.datamodule?.setup(stage);
        foreach (var callback in _callbacks[Hook.setup])
        {
            callback.setup(trainer, _module, stage);
        }

        using var span = Measure(Hook.setup);
        _module.setup(stage);
    }

    internal void Teardown(string stage)
    {
        using var scope = Enter(Hook.teardown);
        trainer.datamodule?.teardown(stage);
        foreach (var callback in _callbacks[Hook.teardown])
        {
            callback.teardown(trainer, _module, stage);
        }

        using var span = Measure(Hook.teardown);
        _module.teardown(stage);
    }

    internal void Exception(Exception exception)
    {
        using var scope = Enter(Hook.on_exception);
        foreach (var callback in _callbacks[Hook.on_exception])
        {
            callback.on_exception(trainer, _module, exception);
        }

        trainer.datamodule?.on_exception(exception);
    }

    internal void SaveCheckpoint(Dictionary<string, object?> checkpoint)
    {
        using var scope = Enter(Hook.on_save_checkpoint);
        foreach (var callback in _callbacks[Hook.on_save_checkpoint])
        {
            callback.on_save_checkpoint(trainer, _module, checkpoint);
        }

        using var span = Measure(Hook.on_save_checkpoint);
        _module.on_save_checkpoint(checkpoint);
    }

    internal void CallbacksLoadCheckpoint(Dictionary<string, object?> checkpoint)
    {
        using var scope = Enter(Hook.on_load_checkpoint);
        foreach (var callback in _callbacks[Hook.on_load_checkpoint])
        {
            callback.on_load_checkpoint(trainer, _module, checkpoint);
        }
    }

    internal void ModuleLoadCheckpoint(Dictionary<string, object?> checkpoint)
    {
        using var scope = Enter(Hook.on_load_checkpoint);
        using var span = Measure(Hook.on_load_checkpoint);
        _module.on_load_checkpoint(checkpoint);
    }

    private void Call(Callback callback, Hook hook)
    {
        switch (hook)
        {
            case Hook.on_fit_start: callback.on_fit_start(trainer, _module); break;
            case Hook.on_fit_end: callback.on_fit_end(trainer, _module); break;
            case Hook.on_sanity_check_start: callback.on_sanity_check_start(trainer, _module); break;
            case Hook.on_sanity_check_end: callback.on_sanity_check_end(trainer, _module); break;
            case Hook.on_train_start: callback.on_train_start(trainer, _module); break;
            case Hook.on_train_end: callback.on_train_end(trainer, _module); break;
            case Hook.on_train_epoch_start: callback.on_train_epoch_start(trainer, _module); break;
            case Hook.on_validation_start: callback.on_validation_start(trainer, _module); break;
            case Hook.on_validation_end: callback.on_validation_end(trainer, _module); break;
            case Hook.on_validation_epoch_start: callback.on_validation_epoch_start(trainer, _module); break;
            case Hook.on_validation_epoch_end: callback.on_validation_epoch_end(trainer, _module); break;
            case Hook.on_test_start: callback.on_test_start(trainer, _module); break;
            case Hook.on_test_end: callback.on_test_end(trainer, _module); break;
            case Hook.on_test_epoch_start: callback.on_test_epoch_start(trainer, _module); break;
            case Hook.on_test_epoch_end: callback.on_test_epoch_end(trainer, _module); break;
            case Hook.on_predict_start: callback.on_predict_start(trainer, _module); break;
            case Hook.on_predict_end: callback.on_predict_end(trainer, _module); break;
            case Hook.on_predict_epoch_start: callback.on_predict_epoch_start(trainer, _module); break;
            case Hook.on_predict_epoch_end: callback.on_predict_epoch_end(trainer, _module); break;
            default: throw new ArgumentOutOfRangeException(nameof(hook), hook, "This hook takes arguments of its own.");
        }
    }

    private void CallModule(Hook hook)
    {
        using var span = Measure(hook);
        switch (hook)
        {
            case Hook.on_fit_start: _module.on_fit_start(); break;
            case Hook.on_fit_end: _module.on_fit_end(); break;
            case Hook.on_train_start: _module.on_train_start(); break;
            case Hook.on_train_end: _module.on_train_end(); break;
            case Hook.on_train_epoch_start: _module.on_train_epoch_start(); break;
            case Hook.on_validation_start: _module.on_validation_start(); break;
            case Hook.on_validation_end: _module.on_validation_end(); break;
            case Hook.on_validation_epoch_start: _module.on_validation_epoch_start(); break;
            case Hook.on_validation_epoch_end: _module.on_validation_epoch_end(); break;
            case Hook.on_test_start: _module.on_test_start(); break;
            case Hook.on_test_end: _module.on_test_end(); break;
            case Hook.on_test_epoch_start: _module.on_test_epoch_start(); break;
            case Hook.on_test_epoch_end: _module.on_test_epoch_end(); break;
            case Hook.on_predict_start: _module.on_predict_start(); break;
            case Hook.on_predict_end: _module.on_predict_end(); break;
            case Hook.on_predict_epoch_start: _module.on_predict_epoch_start(); break;
            case Hook.on_predict_epoch_end: _module.on_predict_epoch_end(); break;
        }
    }
}
