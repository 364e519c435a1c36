namespace Lightning;

/// <summary>An action that a <see cref="Profiler"/> measures, until it is disposed. The default value measures nothing.</summary>
public readonly struct ProfilerSpan : IDisposable
{
    private readonly Profiler? _profiler;
    private readonly string _action;

    internal ProfilerSpan(Profiler profiler, string action) => (_profiler, _action) = (profiler, action);

    /// <summary>Ends the action.</summary>
    public void Dispose() => _profiler?.stop(_action);
}
