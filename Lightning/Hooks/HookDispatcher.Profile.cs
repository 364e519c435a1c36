namespace Lightning;

// The module's side of what a profiler measures; the callbacks' is ProfiledCallback.
internal sealed partial class HookDispatcher
{
    private string[] _actions = [];

    /// <summary>Measures one of the module's hooks; costs one comparison where there is no profiler.</summary>
    internal ProfilerSpan Measure(Hook hook) => trainer.profiler is { } profiler ? profiler.profile(_actions[(int)hook]) : default;

    private void NameActions()
    {
        if (trainer.profiler is null)
        {
            return;
        }

        // Python names these for the strategy, which calls them.
        var strategy = $"[Strategy]{trainer.strategy.GetType().Name}";
        _actions = ProfiledActions.Of($"[LightningModule]{_module.GetType().Name}");
        foreach (var hook in (ReadOnlySpan<Hook>)[Hook.training_step, Hook.validation_step, Hook.test_step, Hook.predict_step, Hook.backward])
        {
            _actions[(int)hook] = $"{strategy}.{hook}";
        }

        _actions[(int)Hook.batch_transfer] = $"{strategy}.batch_to_device";
    }
}
