namespace Lightning;

/// <summary>Where in an epoch a fit stands: what has been done with the batch that the <see cref="Cursor"/> names.</summary>
public enum LoopPhase : byte
{
    /// <summary>The epoch has not begun.</summary>
    EpochStart,

    /// <summary>The batch is the next to be trained.</summary>
    Batch,

    /// <summary>The batch is trained; what follows it (logging, validation) is still due.</summary>
    BatchDone,

    /// <summary>Validation after the batch is running.</summary>
    Validation,

    /// <summary>Validation after the batch is complete.</summary>
    ValidationDone,

    /// <summary>All batches are done; the epoch's end hooks are running.</summary>
    EpochEnd,
}
