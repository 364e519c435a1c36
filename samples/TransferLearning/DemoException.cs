namespace TransferLearning;

/// <summary>Something that the user can put right; its message is all that is shown.</summary>
internal sealed class DemoException(string message, Exception? cause = null) : Exception(message, cause);
