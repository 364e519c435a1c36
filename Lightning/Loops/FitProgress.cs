namespace Lightning;

/// <summary>The cursor of a fit and the counters beside it.</summary>
internal sealed class FitProgress
{
    internal Cursor Cursor { get; set; }

    /// <summary>Optimizer steps taken.</summary>
    internal long GlobalStep { get; set; }

    /// <summary>Batches after which a step was due: the x-axis of the loggers.</summary>
    internal long BatchesThatStepped { get; set; }

    /// <summary>Batches trained over all epochs.</summary>
    internal long TotalBatches { get; set; }

    internal void Reset()
    {
        Cursor = default;
        GlobalStep = BatchesThatStepped = TotalBatches = 0;
    }
}
