namespace Lightning;

/// <summary>Sets libtorch's switches for a run and puts them back after it.</summary>
internal sealed class LibrarySettings : IDisposable
{
    private readonly IDisposable? _algorithms;
    private readonly bool? _benchmark;

    internal LibrarySettings(Deterministic deterministic, bool? benchmark)
    {
        _algorithms = deterministic.Enabled ? torch.use_deterministic_algorithms(true, deterministic.WarnOnly) : null;
        if (benchmark is { } wanted)
        {
            _benchmark = torch.backends.cudnn.benchmark;
            torch.backends.cudnn.benchmark = wanted;
        }
    }

    public void Dispose()
    {
        _algorithms?.Dispose();
        if (_benchmark is { } before)
        {
            torch.backends.cudnn.benchmark = before;
        }
    }
}
