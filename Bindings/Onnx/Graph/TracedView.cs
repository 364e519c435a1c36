namespace TorchSharp;

/// <summary>How a tensor shows another's memory: the operator that took the view, to be taken again when the memory has changed.</summary>
/// <param name="Of">The tensor viewed.</param>
/// <param name="Node">The operator.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Index">Which of its results the view is.</param>
internal sealed record TracedView(TracedValue Of, ScriptNode Node, TracedValue[] Arguments, int Index);
