namespace TorchSharp;

/// <summary>Factories of drawn whole numbers, permutations and normal samples.</summary>
public static partial class torch
{
    /// <summary>A new tensor of whole numbers drawn from [low, high) (torch.randint).</summary>
    /// <param name="low">The smallest number.</param>
    /// <param name="high">The number after the greatest.</param>
    /// <param name="size">The sizes of its dimensions.</param>
    /// <param name="dtype">Element type; int64 when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    /// <param name="generator">Where the numbers come from; the default generator when null.</param>
    /// <param name="names">Names of its dimensions; null for none.</param>
    /// <exception cref="TorchException">low is not below high.</exception>
    public static Tensor randint(
        long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Finish(
            generator is null
                ? ops.aten.randint_low(low, high, size, dtype: dtype ?? ScalarType.Int64, device: Place(device))
                : ops.aten.randint_low_generator(low, high, size, generator, dtype: dtype ?? ScalarType.Int64, device: Place(device)),
            requires_grad, names);

    /// <summary>A new tensor of whole numbers drawn from [0, high) (torch.randint).</summary>
    /// <param name="high">The number after the greatest.</param>
    /// <param name="size">The sizes of its dimensions.</param>
    /// <param name="dtype">Element type; int64 when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    /// <param name="generator">Where the numbers come from; the default generator when null.</param>
    /// <param name="names">Names of its dimensions; null for none.</param>
    public static Tensor randint(
        long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randint(long, long, long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randint(
        long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(low, high, size.Shape, dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randint(long, long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randint(
        long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(0, high, size.Shape, dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randint(long, long, long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randint(
        int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(low, high, Widen(size), dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randint(long, long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randint(
        int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(0, high, Widen(size), dtype, device, requires_grad, generator, names);

    /// <summary>One drawn truth value.</summary>
    /// <param name="generator">Where it comes from; the default generator when null.</param>
    public static bool randint_bool(Generator? generator = null) => randint_long(0, 2, generator) != 0;

    /// <summary>One whole number drawn from [0, high).</summary>
    /// <param name="high">The number after the greatest.</param>
    /// <param name="generator">Where it comes from; the default generator when null.</param>
    public static int randint_int(int high, Generator? generator = null) => (int)randint_long(0, high, generator);

    /// <summary>One whole number drawn from [low, high).</summary>
    /// <param name="low">The smallest number.</param>
    /// <param name="high">The number after the greatest.</param>
    /// <param name="generator">Where it comes from; the default generator when null.</param>
    public static int randint_int(int low, int high, Generator? generator = null) => (int)randint_long(low, high, generator);

    /// <summary>One whole number drawn from [0, high).</summary>
    /// <param name="high">The number after the greatest.</param>
    /// <param name="generator">Where it comes from; the default generator when null.</param>
    public static long randint_long(long high, Generator? generator = null) => randint_long(0, high, generator);

    /// <summary>One whole number drawn from [low, high).</summary>
    /// <param name="low">The smallest number.</param>
    /// <param name="high">The number after the greatest.</param>
    /// <param name="generator">Where it comes from; the default generator when null.</param>
    public static long randint_long(long low, long high, Generator? generator = null)
    {
        using Tensor drawn = randint(low, high, [1], ScalarType.Int64, CPU, generator: generator);
        return drawn.item<long>();
    }

    /// <summary>One number drawn uniformly from [0, 1), in double precision.</summary>
    /// <param name="generator">Where it comes from; the default generator when null.</param>
    public static double rand_float(Generator? generator = null)
    {
        using Tensor drawn = rand([1], ScalarType.Float64, CPU, generator: generator);
        return drawn.item<double>();
    }

    /// <summary>One number drawn from the standard normal distribution, in double precision.</summary>
    /// <param name="generator">Where it comes from; the default generator when null.</param>
    public static double randn_float(Generator? generator = null)
    {
        using Tensor drawn = randn([1], ScalarType.Float64, CPU, generator: generator);
        return drawn.item<double>();
    }

    /// <summary>A random permutation of the numbers from 0 to n - 1 (torch.randperm).</summary>
    /// <param name="n">How many.</param>
    /// <param name="dtype">Element type; int64 when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    /// <param name="generator">Where the draws come from; the default generator when null.</param>
    public static Tensor randperm(
        long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Finish(
            generator is null
                ? ops.aten.randperm(n, dtype: dtype ?? ScalarType.Int64, device: Place(device))
                : ops.aten.randperm_generator(n, generator, dtype: dtype ?? ScalarType.Int64, device: Place(device)),
            requires_grad, null);

    /// <summary>A new tensor of numbers drawn from a normal distribution (torch.normal).</summary>
    /// <param name="mean">Its mean.</param>
    /// <param name="std">Its standard deviation.</param>
    /// <param name="size">The sizes of its dimensions.</param>
    /// <param name="dtype">Element type; the default one when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    /// <param name="generator">Where the numbers come from; the default generator when null.</param>
    /// <param name="names">Names of its dimensions; null for none.</param>
    public static Tensor normal(
        double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Finish(ops.aten.normal_float_float(mean, std, size, generator, dtype: dtype, device: Place(device)), requires_grad, names);

    private static long[] Widen(int[] size)
    {
        ArgumentNullException.ThrowIfNull(size);
        return Array.ConvertAll(size, value => (long)value);
    }
}
