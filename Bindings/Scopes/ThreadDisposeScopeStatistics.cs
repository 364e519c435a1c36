namespace TorchSharp;

/// <summary>
/// How many tensors, and other things that scopes own, a thread made, disposed and moved between scopes since the last <see cref="Reset"/>: each
/// kind, and all together.
/// </summary>
public sealed class ThreadDisposeScopeStatistics
{
    /// <summary>The tensors, those inside of packed sequences included.</summary>
    public LifetimeStatistics TensorStatistics { get; } = new();

    /// <summary>
    /// The packed sequences (torch.nn.utils.rnn.PackedSequence): all 0, since one has no place of its own in a scope; its tensors have, and count
    /// as tensors.
    /// </summary>
    public LifetimeStatistics PackedSequenceStatistics { get; } = new();

    /// <summary>Made while no scope was open.</summary>
    public long CreatedOutsideScopeCount => TensorStatistics.CreatedOutsideScopeCount + PackedSequenceStatistics.CreatedOutsideScopeCount;

    /// <summary>Disposed while owned by no scope.</summary>
    public long DisposedOutsideScopeCount => TensorStatistics.DisposedOutsideScopeCount + PackedSequenceStatistics.DisposedOutsideScopeCount;

    /// <summary>Made while a scope was open.</summary>
    public long CreatedInScopeCount => TensorStatistics.CreatedInScopeCount + PackedSequenceStatistics.CreatedInScopeCount;

    /// <summary>Disposed while owned by a scope, by the scope or by hand.</summary>
    public long DisposedInScopeCount => TensorStatistics.DisposedInScopeCount + PackedSequenceStatistics.DisposedInScopeCount;

    /// <summary>Moved into a scope.</summary>
    public long AttachedToScopeCount => TensorStatistics.AttachedToScopeCount + PackedSequenceStatistics.AttachedToScopeCount;

    /// <summary>Moved out of a scope.</summary>
    public long DetachedFromScopeCount => TensorStatistics.DetachedFromScopeCount + PackedSequenceStatistics.DetachedFromScopeCount;

    /// <summary>Made less disposed.</summary>
    public long ThreadTotalLiveCount => TensorStatistics.ThreadTotalLiveCount + PackedSequenceStatistics.ThreadTotalLiveCount;

    /// <summary>Sets all counts to zero.</summary>
    public void Reset()
    {
        TensorStatistics.Reset();
        PackedSequenceStatistics.Reset();
    }

    /// <inheritdoc/>
    public override string ToString() => $"tensors: {TensorStatistics}; packed sequences: {PackedSequenceStatistics}";
}
