namespace TorchSharp;

public static partial class torch
{
    public static partial class onnx
    {
        /// <summary>The operators that <c>export</c> has a counterpart for, such as <c>aten::conv2d</c>, by area; their in-place forms are included.</summary>
        public static IReadOnlyDictionary<string, IReadOnlyList<string>> supported_operators { get; } = OnnxOperators.Areas.ToDictionary(
            area => area.Area, area => (IReadOnlyList<string>)[.. area.Converters.Keys.Order(StringComparer.Ordinal)]);
    }
}
