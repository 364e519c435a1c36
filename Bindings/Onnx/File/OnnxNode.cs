namespace TorchSharp;

/// <summary>A node of an ONNX graph. An empty input name stands for one that is left out.</summary>
internal sealed record OnnxNode(string Operator, string[] Inputs, string[] Outputs, (string Name, object Value)[] Attributes);

/// <summary>An input or output of the graph: its name, its elements' type, and its dimensions, each a length or a name.</summary>
internal sealed record OnnxPort(string Name, torch.ScalarType Type, OnnxDimension[] Dimensions);

/// <summary>A length, or a name for one that is known only when the graph runs.</summary>
internal readonly record struct OnnxDimension(long Length, string? Name);
