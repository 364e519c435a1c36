namespace TorchSharp;

/// <summary>How many things of one kind a thread made, disposed and moved between scopes since the last <see cref="Reset"/>.</summary>
public sealed class LifetimeStatistics
{
    // Fields, because every new tensor counts: read through the properties.
    internal long CreatedOutside, DisposedOutside, CreatedInside, DisposedInside, Attached, Detached;

    /// <summary>Made while no scope was open.</summary>
    public long CreatedOutsideScopeCount => CreatedOutside;

    /// <summary>Disposed while owned by no scope.</summary>
    public long DisposedOutsideScopeCount => DisposedOutside;

    /// <summary>Made while a scope was open.</summary>
    public long CreatedInScopeCount => CreatedInside;

    /// <summary>Disposed while owned by a scope, by the scope or by hand.</summary>
    public long DisposedInScopeCount => DisposedInside;

    /// <summary>Moved into a scope.</summary>
    public long AttachedToScopeCount => Attached;

    /// <summary>Moved out of a scope.</summary>
    public long DetachedFromScopeCount => Detached;

    /// <summary>Made less disposed.</summary>
    public long ThreadTotalLiveCount => CreatedOutside + CreatedInside - DisposedOutside - DisposedInside;

    /// <summary>Sets all counts to zero.</summary>
    public void Reset() => CreatedOutside = DisposedOutside = CreatedInside = DisposedInside = Attached = Detached = 0;

    /// <inheritdoc/>
    public override string ToString() =>
        $"live {ThreadTotalLiveCount}, created {CreatedInside} in and {CreatedOutside} outside scopes, " +
        $"disposed {DisposedInside} in and {DisposedOutside} outside, attached {Attached}, detached {Detached}";
}
