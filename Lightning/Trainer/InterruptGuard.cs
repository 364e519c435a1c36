using System.Runtime.InteropServices;

namespace Lightning;

/// <summary>
/// Turns Ctrl-C and SIGTERM into a stop at the next batch boundary while a run is under way. A second Ctrl-C ends the process at once.
/// </summary>
internal sealed class InterruptGuard : IDisposable
{
    private readonly List<PosixSignalRegistration> _registrations = [];
    private volatile TrainerInterruptedException? _requested;

    internal InterruptGuard()
    {
        Register(PosixSignal.SIGINT, "Ctrl-C", 1);
        Register(PosixSignal.SIGTERM, "SIGTERM", 143);
    }

    internal void ThrowIfRequested()
    {
        if (_requested is { } exception)
        {
            ExitQuietly.Arm();
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

    /// <summary>A program that does not catch the interruption ends with its exit code and one line, not with a stack trace.</summary>
    private static class ExitQuietly
    {
        private static int _armed;

        internal static void Arm()
        {
            if (Interlocked.Exchange(ref _armed, 1) == 0)
            {
                AppDomain.CurrentDomain.UnhandledException += static (_, arguments) =>
                {
                    if (arguments.ExceptionObject is TrainerInterruptedException interrupted)
                    {
                        Console.Error.WriteLine(interrupted.Message);
                        Environment.Exit(interrupted.ExitCode);
                    }
                };
            }
        }
    }
}
