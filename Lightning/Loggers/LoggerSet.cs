using System.Collections;
using System.Runtime.CompilerServices;

namespace Lightning;

/// <summary>The <c>logger</c> argument: true for the default one, false for none, one logger, or several in a collection expression.</summary>
[CollectionBuilder(typeof(LoggerSet), nameof(Create))]
public sealed class LoggerSet : IEnumerable<Logger>
{
    private LoggerSet(IReadOnlyList<Logger> loggers, bool useDefault) => (Loggers, UseDefault) = (loggers, useDefault);

    /// <summary>The loggers.</summary>
    public IReadOnlyList<Logger> Loggers { get; }

    /// <summary>The Trainer chooses the logger.</summary>
    internal bool UseDefault { get; }

    /// <summary>True for the default logger, false for none.</summary>
    public static implicit operator LoggerSet(bool enabled) => new([], enabled);

    /// <summary>One logger.</summary>
    public static implicit operator LoggerSet(Logger logger) => new([logger], false);

    /// <summary>Several loggers.</summary>
    public static implicit operator LoggerSet(Logger[] loggers) => new(loggers, false);

    /// <summary>Several loggers.</summary>
    public static LoggerSet Create(ReadOnlySpan<Logger> loggers) => new(loggers.ToArray(), false);

    /// <inheritdoc/>
    public IEnumerator<Logger> GetEnumerator() => Loggers.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
