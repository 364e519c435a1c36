using Torchlight.Benchmarks.Cases;
using Torchlight.Benchmarks.Peers;

namespace Torchlight.Benchmarks;

/// <summary>Word vectors beside torchtext's.</summary>
internal static partial class Budgets
{
    private static IEnumerable<Row> WordVectors(Measurement measure)
    {
        using var file = new VectorFolder();
        var parsed = measure.PerIteration("vectors", Cores, [Side.Ours, Side.Python], file.Path);
        yield return AtLeastSpeed($"parse {VectorFolder.Rows} x {VectorFolder.Dimensions} vectors and keep them", parsed, Side.Python, 3, Milliseconds);
        var kept = measure.PerIteration("vectors-kept", Cores, [Side.Ours, Side.Python], file.Path);
        yield return AtLeastSpeed($"read {VectorFolder.Rows} x {VectorFolder.Dimensions} vectors that were kept", kept, Side.Python, 0.5, Milliseconds);
    }
}
