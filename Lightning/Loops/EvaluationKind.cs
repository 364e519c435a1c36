namespace Lightning;

/// <summary>What an evaluation loop runs: the same order of events under three names.</summary>
internal enum EvaluationKind : byte
{
    Validation,
    Test,
    Predict,
}
