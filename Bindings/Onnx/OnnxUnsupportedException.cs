namespace TorchSharp;

/// <summary>One operator, as it is used, has no counterpart; the export collects these.</summary>
internal sealed class OnnxUnsupportedException(string reason) : Exception(reason);
