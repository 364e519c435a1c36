namespace Torchlight.ApiReport.Callers;

/// <summary>A parameter of a listed signature: its type as C# source, its name, whether callers may leave it out, and whether it is <c>ref</c> or <c>out</c>.</summary>
internal sealed record Parameter(string Type, string Name, bool IsOptional, bool IsByReference);
