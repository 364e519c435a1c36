namespace Lightning;

/// <summary>What <c>log</c> may do inside a hook, and what it does when <c>on_step</c> and <c>on_epoch</c> are left open.</summary>
/// <param name="OnStep">The default of <c>on_step</c>.</param>
/// <param name="OnEpoch">The default of <c>on_epoch</c>.</param>
/// <param name="StepAllowed">Whether <c>on_step: true</c> makes sense there.</param>
internal readonly record struct LogRules(bool OnStep, bool OnEpoch, bool StepAllowed)
{
    private static readonly LogRules?[] Table = Build();

    /// <summary>The rules of one hook; null where logging is an error.</summary>
    internal static LogRules? Of(Hook hook) => Table[(int)hook];

    private static LogRules?[] Build()
    {
        var table = new LogRules?[Enum.GetValues<Hook>().Length];
        var trainStep = new LogRules(true, false, true);
        var evalStep = new LogRules(false, true, true);
        var epochOnly = new LogRules(false, true, false);
        Fill(trainStep, Hook.training_step, Hook.on_train_batch_start, Hook.on_train_batch_end, Hook.on_before_zero_grad, Hook.on_before_backward,
            Hook.on_after_backward, Hook.on_before_optimizer_step, Hook.backward, Hook.optimizer_step, Hook.optimizer_zero_grad,
            Hook.configure_gradient_clipping);
        Fill(evalStep, Hook.validation_step, Hook.test_step, Hook.on_validation_batch_start, Hook.on_validation_batch_end,
            Hook.on_test_batch_start, Hook.on_test_batch_end);
        Fill(epochOnly, Hook.on_train_start, Hook.on_train_epoch_start, Hook.on_train_epoch_end, Hook.on_validation_start,
            Hook.on_validation_epoch_start, Hook.on_validation_epoch_end, Hook.on_test_start, Hook.on_test_epoch_start, Hook.on_test_epoch_end);
        return table;

        void Fill(LogRules rules, params ReadOnlySpan<Hook> hooks)
        {
            foreach (var hook in hooks)
            {
                table[(int)hook] = rules;
            }
        }
    }
}
