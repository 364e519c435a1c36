using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Printing;

/// <summary>Nested tensors as PyTorch prints them: their tensors, one below the other.</summary>
internal static class NestedTensors
{
    internal const string Prefix = "nested_tensor(";

    /// <summary>The tensors in brackets, each as it prints itself, moved in by two.</summary>
    internal static string Body(Tensor tensor, Func<Tensor, string> print)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable mode = no_grad();
        IEnumerable<string> parts = tensor.unbind().Select(part => "  " + print(part).Replace("\n", "\n  ", StringComparison.Ordinal));
        return $"[\n{string.Join(",\n", parts)}\n]";
    }

    /// <summary>The sizes that it has, and stars for irregular dimensions: 2x*x4.</summary>
    internal static string Sizes(Tensor tensor)
    {
        string sizes = Value.DescribeNestedSizes(tensor.Handle);
        tensor.EndUse();
        return sizes[1..^1].Replace(", ", "x", StringComparison.Ordinal);
    }
}
