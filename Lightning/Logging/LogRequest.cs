namespace Lightning;

/// <summary>The arguments of one call of <c>log</c>, as given.</summary>
internal readonly record struct LogRequest(
    bool ProgBar,
    bool Logger,
    bool? OnStep,
    bool? OnEpoch,
    Reduce Reduce,
    bool SyncDist,
    bool AddDataloaderIdx,
    int? BatchSize,
    bool RankZeroOnly);
