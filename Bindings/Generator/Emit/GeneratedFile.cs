namespace Torchlight.Generator.Emit;

/// <summary>A file to be written under <c>Bindings/Generated</c>.</summary>
internal sealed record GeneratedFile(string Path, string Text);
