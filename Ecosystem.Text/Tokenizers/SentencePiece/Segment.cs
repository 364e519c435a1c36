namespace TorchSharp.Transforms.Text;

/// <summary>A stretch of a prepared text, in bytes, and the piece that it became.</summary>
internal readonly record struct Segment(int Start, int Length, int Id);
