using static TorchSharp.torch;

namespace Bindings.Tests.NN;

internal static class TensorComparison
{
    /// <summary>Whether shapes and all entries are the same.</summary>
    public static bool SameAs(this Tensor tensor, Tensor other) => ops.aten.equal(tensor, other);
}
