namespace Lightning;

/// <summary>Which of the Trainer's entry points runs.</summary>
public enum TrainerStage
{
    /// <summary>None has run yet.</summary>
    None,

    /// <summary><c>fit</c>.</summary>
    Fit,

    /// <summary><c>validate</c>.</summary>
    Validate,

    /// <summary><c>test</c>.</summary>
    Test,

    /// <summary><c>predict</c>.</summary>
    Predict,
}
