namespace Lightning;

/// <summary>Names the hook that is running, for the rules of <c>log</c>, and puts the one around it back at the end.</summary>
internal readonly ref struct HookScope
{
    private readonly HookDispatcher _dispatcher;
    private readonly Hook _previous;

    internal HookScope(HookDispatcher dispatcher, Hook hook)
    {
        _dispatcher = dispatcher;
        _previous = dispatcher.Current;
        dispatcher.Current = hook;
    }

    public void Dispose() => _dispatcher.Current = _previous;
}
