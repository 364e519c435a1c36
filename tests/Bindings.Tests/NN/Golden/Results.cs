using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.NN.Golden;

/// <summary>Several results as one vector, as the scripts record them.</summary>
internal static class Results
{
    public static Tensor Together(params Tensor?[] results) => cat([.. results.OfType<Tensor>().Select(result => result.reshape(-1))]);

    public static Tensor Of((Tensor, Tensor) results) => Together(results.Item1, results.Item2);

    public static Tensor Of((Tensor, Tensor, Tensor) results) => Together(results.Item1, results.Item2, results.Item3);

    public static Tensor Of(Tuple<Tensor, Tensor> results) => Together(results.Item1, results.Item2);
}
