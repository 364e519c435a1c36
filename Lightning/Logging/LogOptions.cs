namespace Lightning;

/// <summary>What one name was logged with; a second call in the same hook must say the same.</summary>
internal readonly record struct LogOptions(
    bool ProgBar,
    bool Logger,
    bool OnStep,
    bool OnEpoch,
    Reduce Reduce,
    bool SyncDist,
    bool AddDataloaderIdx,
    bool RankZeroOnly)
{
    /// <summary>Both values are wanted, so each gets its own name.</summary>
    internal bool Forked => OnStep && OnEpoch;

    /// <summary>The epoch's value needs the size of each batch.</summary>
    internal bool Weighted => OnEpoch && Reduce == Reduce.Mean;
}
