namespace Lightning;

/// <summary>
/// The run was asked to stop from outside (Ctrl-C or SIGTERM) and stopped at a batch boundary, after <c>on_exception</c> and the teardown.
/// A program that does not catch it ends with <see cref="ExitCode"/>.
/// </summary>
public sealed class TrainerInterruptedException : OperationCanceledException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="signal">The signal's name, for the message.</param>
    /// <param name="exitCode">What the process should end with: 1 for Ctrl-C, 143 for SIGTERM.</param>
    public TrainerInterruptedException(string signal, int exitCode)
        : base($"The run was interrupted by {signal}. The callbacks and loggers were told; checkpoints already written are whole.")
    {
        ExitCode = exitCode;
    }

    /// <summary>What the process should end with: 1 for Ctrl-C, 143 for SIGTERM.</summary>
    public int ExitCode { get; }
}
