namespace TorchSharp;

/// <summary>Packed sequences in ONNX: they keep their padding, and their lengths go with them.</summary>
/// <param name="Elements">The name of the tensor (steps, batch, ...).</param>
/// <param name="Lengths">The name of the tensor (batch) of int64.</param>
internal sealed record PaddedSequences(string Elements, string Lengths);
