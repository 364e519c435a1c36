using System.Runtime.InteropServices;

namespace Lightning;

/// <summary>
/// Turns Ctrl-C and SIGTERM into a stop at the next batch boundary while a run is under way. A second Ctrl-C ends the process at once.
/// </summary>
internal sealed class InterruptGuard : IDisposable
{
    internal const int SigtermExitCode = 143;

    private readonly List<PosixSignalRegistration> _registrations = [];
    private volatile TrainerInterruptedException? _requested;

    internal InterruptGuard()
    {
        Register(PosixSignal.SIGINT, "Ctrl-C", 1);
        Register(PosixSignal.SIGTERM, "SIGTERM", SigtermExitCode);
    }

    /// <summary>The interruption that came, or null.</summary>
    internal TrainerInterruptedException? Requested => _requested;

    internal void ThrowIfRequested()
    {
        if (_requested is { } exception)
        {
            LastWords.Arm();
            throw exception;
        }
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    private void Register(PosixSignal signal, string name, int exitCode)
    {
        _registrations.Add(PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = _requested is null;
            _requested ??= new TrainerInterruptedException(name, exitCode);
        }));
    }
}
