namespace Torchlight.ApiReport.Report;

/// <summary>Something listed that callers do without here.</summary>
/// <param name="What">The member and its kind, or the signature in full.</param>
/// <param name="Problem">What stands in the way, in the compiler's words where it was asked.</param>
/// <param name="Reason">Why it is left out; null while it is simply not there yet.</param>
internal sealed record Missing(string Area, string Type, string Member, string What, string Problem, string? Reason);
