namespace Lightning;

/// <summary>Which batch size to try next: doubled while it fits; then, if asked for, by halves between what fitted and what did not.</summary>
internal sealed class BatchSizeSearch(int first, int most, bool halves)
{
    private int _limit = most;
    private int? _tooLarge;

    /// <summary>The size to try; null when the search is over.</summary>
    internal int? Next { get; private set; } = first;

    /// <summary>The largest that fitted, or null.</summary>
    internal int? Best { get; private set; }

    /// <summary>The size fitted, of all data of so many samples.</summary>
    internal void Succeeded(long samples)
    {
        Best = Next;
        _limit = (int)Math.Min(_limit, Math.Max(samples, 1));
        var larger = _tooLarge is not { } bound ? (int)Math.Min(2L * Best!.Value, _limit) : halves ? (Best!.Value + bound) / 2 : Best!.Value;
        Next = larger > Best && larger <= _limit ? larger : null;
    }

    /// <summary>The size did not fit.</summary>
    internal void Failed()
    {
        _tooLarge = Next;
        // Below the first size by halves, too, until one fits.
        var smaller = Best is { } best ? (halves ? (best + _tooLarge!.Value) / 2 : best) : _tooLarge!.Value / 2;
        Next = smaller >= 1 && smaller != Best ? smaller : null;
    }
}
