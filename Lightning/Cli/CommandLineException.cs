namespace Lightning;

/// <summary>
/// The command line or a configuration cannot be used, or there is nothing more to do after help or <c>--print_config</c>. A program that does not
/// catch it ends with <see cref="ExitCode"/>, after the message and without a stack trace.
/// </summary>
public sealed class CommandLineException : Exception
{
    /// <summary>The command line is wrong: exit code 2.</summary>
    public CommandLineException(string message)
        : base(message) => ExitCode = 2;

    /// <summary>The command line is wrong, found by another exception: exit code 2.</summary>
    public CommandLineException(string message, Exception inner)
        : base(message, inner) => ExitCode = 2;

    private CommandLineException(int exitCode)
        : base("") => ExitCode = exitCode;

    /// <summary>What the process should end with: 2 when the command line or a configuration is wrong, 0 when help or a configuration was printed.</summary>
    public int ExitCode { get; }

    /// <summary>All that was asked for was to be printed, and has been.</summary>
    internal static CommandLineException Printed() => new(exitCode: 0);
}
