using static TorchSharp.torch;

namespace Bindings.Tests.Jit;

/// <summary>The warnings that traces on this thread give while it lives.</summary>
internal sealed class TracerWarnings : IDisposable
{
    private readonly int thread = Environment.CurrentManagedThreadId;
    private readonly List<string> heard = [];

    public TracerWarnings() => jit.tracer_warning += Hear;

    public IReadOnlyList<string> Heard => heard;

    public void Dispose() => jit.tracer_warning -= Hear;

    // The event is the process's: other tests trace at the same time.
    private void Hear(string text)
    {
        if (Environment.CurrentManagedThreadId == thread)
        {
            heard.Add(text);
        }
    }
}
