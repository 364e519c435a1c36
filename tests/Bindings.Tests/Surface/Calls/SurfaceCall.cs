using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

/// <summary>
/// The calls of tests/golden/surface/calls*.py, spelled in C# as a caller would: each name stands for one function in all its spellings, in the order
/// of the scripts. <c>a</c>, <c>b</c> and so on are the case's inputs.
/// </summary>
internal sealed partial class SurfaceCall(Tensor[] inputs)
{
    private Tensor a => inputs[0];

    private Tensor b => inputs[1];

    private Tensor c => inputs[2];

    private static Tensor Places => tensor(new long[,] { { 0, 0, 1 }, { 2, 2, 0 } });

    /// <exception cref="InvalidOperationException">The script has a call that is not spelled here.</exception>
    public Func<Tensor[]>[] Spellings(string name) =>
        CreationMake(name) ?? LinalgFactors(name) ?? LinalgProducts(name) ?? LinalgSignals(name) ?? LinalgSolvers(name) ?? LinalgTransforms(name) ?? PointwiseNumbers(name) ?? PointwiseSeveral(name) ?? Pointwise(name) ?? PointwisePolynomials(name) ?? Reductions(name) ?? ShapesCopies(name) ?? ShapesIndexing(name) ?? ShapesJoining(name) ?? ShapesViews(name)
        ?? throw new InvalidOperationException($"the call '{name}' of tests/golden/surface is not spelled in C#");

    private static Tensor Whole(params long[] values) => tensor(values);

    private static Tensor[] F(params Tensor[] results) => results;

    private static Tensor[] F((Tensor, Tensor) results) => [results.Item1, results.Item2];

    private static Tensor[] F((Tensor First, Tensor? Second, Tensor? Third) results) =>
        [.. new[] { results.First, results.Second, results.Third }.OfType<Tensor>()];

    private static Tensor[] F(IEnumerable<Tensor> results) => [.. results];

    private static Tensor[] F((Tensor First, Tensor[] More) results) => [results.First, .. results.More];

    private static Tensor[] F(bool result) => [tensor(result)];

    private static Tensor[] F(bool first, bool second) => [tensor(first), tensor(second)];

    private static Tensor[] F(long result) => [tensor(result)];

    private static Tensor[] F(long first, long second) => [Whole(first, second)];

    private static Tensor[] F(double result) => [tensor(result)];

    private static Tensor[] F(Size result) => [tensor(result.ToArray())];

    private static Tensor[] F(long[] first, long[] second) => [tensor(first), tensor(second)];

    private static Tensor With((Tensor First, Tensor Second) pair, Func<Tensor, Tensor, Tensor> function) => function(pair.First, pair.Second);

    private static (Tensor, Tensor, Tensor) Unpacked((Tensor, Tensor, Tensor?) factors) => lu_unpack(factors.Item1, factors.Item2);

    private static Tensor Product((Tensor U, Tensor S, Tensor V) factors) => einsum("ik,k,jk->ij", factors.U, factors.S, factors.V);
}
