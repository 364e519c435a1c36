using Lightning.Interop;
using TorchSharp;

namespace Lightning;

/// <summary>
/// What a process says when a run ends it: one message, whoever notices first, and its exit code; no stack trace for what the user can do nothing about
/// in code.
/// </summary>
internal static class LastWords
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly Lock Gate = new();
    private static readonly ManualResetEventSlim Free = new(initialState: true);
    private static int _holders;
    private static int _armed;
    private static int _said;

    /// <summary>Until the result is disposed, the end that another process's end would bring waits: this one is writing what must not be lost.</summary>
    internal static IDisposable Hold()
    {
        lock (Gate)
        {
            _holders++;
            Free.Reset();
        }

        return new Holder();
    }

    /// <summary>From now on an interruption, a rank that was lost, or a command line that cannot be used, that the program does not catch ends it with its message.</summary>
    internal static void Arm()
    {
        if (Interlocked.Exchange(ref _armed, 1) == 0)
        {
            AppDomain.CurrentDomain.UnhandledException += static (_, arguments) =>
            {
                switch (arguments.ExceptionObject)
                {
                    case TrainerInterruptedException interrupted: End(interrupted.Message, interrupted.ExitCode); break;
                    case TorchDistributedException lost: End(lost.Message, 1); break;
                    case CommandLineException refused: End(refused.Message, refused.ExitCode); break;
                }
            };
        }
    }

    /// <summary>Says it, unless something has been said, and ends the process.</summary>
    internal static void End(string message, int exitCode)
    {
        Free.Wait(Patience);
        if (Interlocked.Exchange(ref _said, 1) == 0)
        {
            if (message.Length > 0)
            {
                Console.Error.WriteLine(message);
            }

            NativeAlarm.EndProcessIn(seconds: 10);
            Environment.Exit(exitCode);
        }

        // Another thread is ending the process, and this one must not go on: its caller would work with what has failed.
        Thread.Sleep(Timeout.Infinite);
    }

    private sealed class Holder : IDisposable
    {
        private bool _disposed;

        public void Dispose()
        {
            lock (Gate)
            {
                if (!_disposed)
                {
                    _disposed = true;
                    if (--_holders == 0)
                    {
                        Free.Set();
                    }
                }
            }
        }
    }
}
