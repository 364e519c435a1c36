using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Transforms;

/// <summary>What functions ask of their arguments; each check names the function, the argument and what it found.</summary>
internal static class Require
{
    public static void Floating(Tensor tensor, string function, [CallerArgumentExpression(nameof(tensor))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(tensor, name);
        if (!tensor.is_floating_point())
        {
            throw new ArgumentException($"{function} takes a floating-point {name}, but this one is {Describe(tensor)}.", name);
        }
    }

    public static void Complex(Tensor tensor, string function, [CallerArgumentExpression(nameof(tensor))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(tensor, name);
        if (!tensor.is_complex())
        {
            throw new ArgumentException($"{function} takes a complex {name}, but this one is {Describe(tensor)}.", name);
        }
    }

    /// <param name="tensor">The tensor.</param>
    /// <param name="least">The least number of dimensions.</param>
    /// <param name="layout">What the dimensions mean, such as "[..., freq, time]".</param>
    /// <param name="function">Who asks.</param>
    /// <param name="name">The argument's name.</param>
    public static void Dimensions(
        Tensor tensor, int least, string layout, string function, [CallerArgumentExpression(nameof(tensor))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(tensor, name);
        if (tensor.dim() < least)
        {
            throw new ArgumentException($"{function} takes a {name} of shape {layout}, but this one is {Describe(tensor)}.", name);
        }
    }

    public static void Positive(double value, string function, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value > 0))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{function}: {name} has to be positive.");
        }
    }

    public static void NotNegative(double value, string function, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= 0))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{function}: {name} may not be negative.");
        }
    }

    /// <summary>Lengths of a short-time transform's frames, checked once where a module is made.</summary>
    public static void Frames(long n_fft, long win_length, long hop_length, long pad, string function)
    {
        Positive(n_fft, function);
        Positive(win_length, function);
        Positive(hop_length, function);
        NotNegative(pad, function);
        if (win_length > n_fft)
        {
            throw new ArgumentOutOfRangeException(
                nameof(win_length), win_length, $"{function}: the window's {win_length} samples do not fit into frames of n_fft = {n_fft}.");
        }
    }

    public static string Describe(Tensor tensor) => $"{tensor.dtype} of shape [{string.Join(", ", tensor.shape)}]";
}
