using TorchSharp;

namespace Reporting;

/// <summary>What to tell the user of something that went wrong.</summary>
public static class Problem
{
    /// <summary>One clear sentence for mistakes and troubles that a user can put right; null for what is a fault of the program.</summary>
    public static string? Explain(Exception problem) => problem switch
    {
        DemoException or IOException or UnauthorizedAccessException or InvalidDataException => problem.Message,
        LibtorchNotFoundException or TorchOutOfMemoryException or TorchFileFormatException => problem.Message,
        AggregateException { InnerException: { } inner } => Explain(inner),
        _ => problem.InnerException is { } inner ? Explain(inner) : null,
    };
}
