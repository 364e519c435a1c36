namespace TorchSharp;

/// <summary>How a trace is made.</summary>
/// <param name="CheckTrace">Whether what the trace gives is compared with what the program gives.</param>
/// <param name="CheckTolerance">The relative tolerance of that.</param>
/// <param name="Strict">Whether lists and dictionaries as outputs are an error.</param>
/// <param name="DynamicSizes">Whether sizes that the program reads become expressions.</param>
internal readonly record struct TraceSettings(bool CheckTrace, double CheckTolerance, bool Strict, bool DynamicSizes);
