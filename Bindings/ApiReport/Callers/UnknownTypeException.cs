namespace Torchlight.ApiReport.Callers;

/// <summary>A listed signature names a type that is neither listed nor .NET's.</summary>
internal sealed class UnknownTypeException(string name) : Exception($"no type is named {name}");
