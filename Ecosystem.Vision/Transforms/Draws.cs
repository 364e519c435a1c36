using static TorchSharp.torch;

namespace TorchSharp.Transforms;

/// <summary>
/// The random numbers of the transforms. Each method makes the one draw that Python's transforms make, from the current thread's
/// generator (a data loader's worker has its own; elsewhere it is the default one), so that a seed gives the same numbers as in Python.
/// </summary>
internal static class Draws
{
    /// <summary>One number in [0, 1): <c>torch.rand(1)</c>.</summary>
    public static float Unit() => (float)Uniform(0.0, 1.0);

    /// <summary>Whether an event of this probability happens: <c>torch.rand(1) &lt; p</c>, compared in single precision.</summary>
    public static bool Happens(double probability) => Unit() < (float)probability;

    /// <summary>One number in [low, high): <c>torch.empty(1).uniform_(low, high)</c>.</summary>
    public static double Uniform(double low, double high)
    {
        using var sample = torch.empty(1, dtype: ScalarType.Float32);
        torch.ops.aten.uniform_(sample, low, high, torch.random.Current);
        return sample.item<float>();
    }

    /// <summary>One number in [low, high) whose logarithm is uniform; computed in single precision by libtorch, as Python's.</summary>
    public static double LogUniform(double low, double high)
    {
        using var scope = NewDisposeScope();
        var bounds = torch.tensor([(float)low, (float)high]).log_().data<float>().ToArray();
        var sample = torch.empty(1, dtype: ScalarType.Float32);
        return torch.ops.aten.uniform_(sample, bounds[0], bounds[1], torch.random.Current).exp_().item<float>();
    }

    /// <summary>One whole number in [low, high): <c>torch.randint(low, high, (1,))</c>.</summary>
    public static int Integer(long low, long high)
    {
        using var sample = torch.empty(1, dtype: ScalarType.Int64);
        torch.ops.aten.random__from(sample, low, high, torch.random.Current);
        return checked((int)sample.item<long>());
    }

    /// <summary>The numbers 0 to count - 1 in random order: <c>torch.randperm(count)</c>.</summary>
    public static long[] Permutation(long count)
    {
        using var sample = torch.ops.aten.randperm_generator(count, torch.random.Current, dtype: ScalarType.Int64);
        return sample.data<long>().ToArray();
    }

    /// <summary>An index drawn with the given weights: <c>torch.multinomial(weights, 1)</c>; from the current generator if none is given.</summary>
    public static int Weighted(ReadOnlySpan<double> weights, Generator? generator)
    {
        var values = new float[weights.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)weights[i];
        }
        using var probabilities = torch.tensor(values);
        using var sample = torch.ops.aten.multinomial(probabilities, 1, false, generator ?? torch.random.Current);
        return checked((int)sample.item<long>());
    }

    /// <summary>Standard normal numbers of the given shape: <c>torch.empty(shape).normal_()</c>.</summary>
    public static Tensor Normal(long[] shape, ScalarType dtype, Device device)
    {
        var sample = torch.empty(shape, dtype: dtype, device: device);
        return torch.ops.aten.normal_(sample, 0.0, 1.0, torch.random.Current);
    }
}
