namespace Lightning;

/// <summary>For each hook the callbacks that override it, in their order; built once per run, so that a hook nobody wants costs nothing.</summary>
internal sealed class CallbackTable
{
    private readonly Callback[][] _byHook;

    internal CallbackTable(IReadOnlyList<Callback> callbacks, Profiler? profiler = null)
    {
        All = callbacks;
        var lists = new List<Callback>[Enum.GetValues<Hook>().Length];
        for (var i = 0; i < lists.Length; i++)
        {
            lists[i] = [];
        }

        foreach (var callback in callbacks)
        {
            var called = profiler is null ? callback : new ProfiledCallback(callback, profiler);
            foreach (var (hook, method) in Methods(callback))
            {
                if (Overrides.Has(method, typeof(Callback)) && callback.Wants(hook))
                {
                    lists[(int)hook].Add(called);
                }
            }
        }

        _byHook = Array.ConvertAll(lists, list => list.ToArray());
        EpochEndBeforeModule = Array.FindAll(this[Hook.on_train_epoch_end], callback => !callback.AfterModuleOnTrainEpochEnd);
        EpochEndAfterModule = Array.FindAll(this[Hook.on_train_epoch_end], callback => callback.AfterModuleOnTrainEpochEnd);
    }

    internal IReadOnlyList<Callback> All { get; }

    internal Callback[] EpochEndBeforeModule { get; }

    internal Callback[] EpochEndAfterModule { get; }

    internal Callback[] this[Hook hook] => _byHook[(int)hook];

    private static (Hook Hook, Delegate Method)[] Methods(Callback c) =>
    [
        (Hook.setup, c.setup),
        (Hook.teardown, c.teardown),
        (Hook.on_fit_start, c.on_fit_start),
        (Hook.on_fit_end, c.on_fit_end),
        (Hook.on_sanity_check_start, c.on_sanity_check_start),
        (Hook.on_sanity_check_end, c.on_sanity_check_end),
        (Hook.on_train_start, c.on_train_start),
        (Hook.on_train_end, c.on_train_end),
        (Hook.on_train_epoch_start, c.on_train_epoch_start),
        (Hook.on_train_epoch_end, c.on_train_epoch_end),
        (Hook.on_train_batch_start, c.on_train_batch_start),
        (Hook.on_train_batch_end, c.on_train_batch_end),
        (Hook.on_validation_start, c.on_validation_start),
        (Hook.on_validation_end, c.on_validation_end),
        (Hook.on_validation_epoch_start, c.on_validation_epoch_start),
        (Hook.on_validation_epoch_end, c.on_validation_epoch_end),
        (Hook.on_validation_batch_start, c.on_validation_batch_start),
        (Hook.on_validation_batch_end, c.on_validation_batch_end),
        (Hook.on_test_start, c.on_test_start),
        (Hook.on_test_end, c.on_test_end),
        (Hook.on_test_epoch_start, c.on_test_epoch_start),
        (Hook.on_test_epoch_end, c.on_test_epoch_end),
        (Hook.on_test_batch_start, c.on_test_batch_start),
        (Hook.on_test_batch_end, c.on_test_batch_end),
        (Hook.on_predict_start, c.on_predict_start),
        (Hook.on_predict_end, c.on_predict_end),
        (Hook.on_predict_epoch_start, c.on_predict_epoch_start),
        (Hook.on_predict_epoch_end, c.on_predict_epoch_end),
        (Hook.on_predict_batch_start, c.on_predict_batch_start),
        (Hook.on_predict_batch_end, c.on_predict_batch_end),
        (Hook.on_before_zero_grad, c.on_before_zero_grad),
        (Hook.on_before_backward, c.on_before_backward),
        (Hook.on_after_backward, c.on_after_backward),
        (Hook.on_before_optimizer_step, c.on_before_optimizer_step),
        (Hook.on_exception, c.on_exception),
        (Hook.on_save_checkpoint, c.on_save_checkpoint),
        (Hook.on_load_checkpoint, c.on_load_checkpoint),
    ];
}
