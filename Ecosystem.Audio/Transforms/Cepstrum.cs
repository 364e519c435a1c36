using static TorchSharp.torch;

namespace TorchSharp.Transforms;

/// <summary>From powers in bands to cepstral coefficients: logarithm or decibels, then a cosine transform.</summary>
/// <param name="matrix">The transform, [bands, coefficients]; the module that holds it owns it.</param>
/// <param name="logarithm">Whether to take ln(x + 1e-6) rather than decibels, at most 80 below the maximum.</param>
internal sealed class Cepstrum(Tensor matrix, bool logarithm)
{
    private const double LogOffset = 1e-6;
    private const double Range = 80;

    private readonly AmplitudeToDB decibels = new("power", Range);

    /// <exception cref="ArgumentException">There are more coefficients than values, or the transform's type is not 2.</exception>
    public static void RequireCoefficients(long count, string name, long available, string what, int type, string module)
    {
        Require.Positive(count, module, name);
        if (type != 2)
        {
            throw new ArgumentOutOfRangeException("dct_type", type, $"{module}: the cosine transform of type 2 is the only one.");
        }

        if (count > available)
        {
            throw new ArgumentOutOfRangeException(name, count, $"{module}: there are not more coefficients than {what}, {available}.");
        }
    }

    /// <summary>[..., bands, time] to [..., coefficients, time].</summary>
    public Tensor Of(Tensor bands)
    {
        using var scope = NewDisposeScope();
        var loudness = logarithm ? (bands + LogOffset).log() : decibels.call(bands);
        return Bands.Sum(loudness, matrix).MoveToOuterDisposeScope();
    }
}
