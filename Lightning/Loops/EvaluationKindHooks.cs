namespace Lightning;

/// <summary>The hooks of each kind of evaluation.</summary>
internal static class EvaluationKindHooks
{
    internal static Hook Start(this EvaluationKind kind) => Pick(kind, Hook.on_validation_start, Hook.on_test_start, Hook.on_predict_start);

    internal static Hook End(this EvaluationKind kind) => Pick(kind, Hook.on_validation_end, Hook.on_test_end, Hook.on_predict_end);

    internal static Hook EpochStart(this EvaluationKind kind) =>
        Pick(kind, Hook.on_validation_epoch_start, Hook.on_test_epoch_start, Hook.on_predict_epoch_start);

    internal static Hook EpochEnd(this EvaluationKind kind) =>
        Pick(kind, Hook.on_validation_epoch_end, Hook.on_test_epoch_end, Hook.on_predict_epoch_end);

    internal static Hook BatchStart(this EvaluationKind kind) =>
        Pick(kind, Hook.on_validation_batch_start, Hook.on_test_batch_start, Hook.on_predict_batch_start);

    internal static Hook BatchEnd(this EvaluationKind kind) =>
        Pick(kind, Hook.on_validation_batch_end, Hook.on_test_batch_end, Hook.on_predict_batch_end);

    internal static Hook Step(this EvaluationKind kind) => Pick(kind, Hook.validation_step, Hook.test_step, Hook.predict_step);

    private static Hook Pick(EvaluationKind kind, Hook validation, Hook test, Hook predict) => kind switch
    {
        EvaluationKind.Validation => validation,
        EvaluationKind.Test => test,
        _ => predict,
    };
}
