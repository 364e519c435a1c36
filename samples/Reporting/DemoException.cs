namespace Reporting;

/// <summary>Something that the user can put right; its message is all that is shown.</summary>
public sealed class DemoException(string message, Exception? cause = null) : Exception(message, cause);
