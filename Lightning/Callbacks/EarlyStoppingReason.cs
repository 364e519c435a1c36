namespace Lightning;

/// <summary>Why <see cref="EarlyStopping"/> stopped training.</summary>
public enum EarlyStoppingReason
{
    /// <summary>It did not.</summary>
    NotStopped,

    /// <summary>The metric did not improve for too long.</summary>
    PatienceExhausted,

    /// <summary>The metric is good enough.</summary>
    StoppingThreshold,

    /// <summary>The metric is too bad.</summary>
    DivergenceThreshold,

    /// <summary>The metric is not a number, or infinite.</summary>
    NonFiniteMetric,
}
