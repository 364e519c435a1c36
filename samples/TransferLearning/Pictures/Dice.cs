using System.Numerics;

namespace TransferLearning.Pictures;

/// <summary>
/// The generator's own random numbers (SplitMix64). The same keys give the same stream on every machine and in every .NET version,
/// and each picture has a stream of its own, so that the number of threads that draw them changes nothing.
/// </summary>
internal sealed class Dice
{
    private ulong _state;

    /// <summary>A stream that depends on all <paramref name="keys"/> and their order.</summary>
    public Dice(params ReadOnlySpan<ulong> keys)
    {
        foreach (var key in keys)
        {
            _state = Mix(_state ^ key);
        }
    }

    /// <summary>A key made of a name (FNV-1a).</summary>
    public static ulong Key(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in name)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        return hash;
    }

    /// <summary>Uniform in [0, 1).</summary>
    public float Unit() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>Uniform in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public float Range(float low, float high) => low + ((high - low) * Unit());

    /// <summary>One of 0 ... <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)((Next() >> 32) * (ulong)count >> 32);

    /// <summary>True with the given probability.</summary>
    public bool Chance(float probability) => Unit() < probability;

    /// <summary>A standard normal number (Box-Muller, one of the pair).</summary>
    public float Normal() => MathF.Sqrt(-2f * MathF.Log(1f - Unit())) * MathF.Cos(MathF.Tau * Unit());

    /// <summary>Any angle, radians.</summary>
    public float Angle() => Range(-MathF.PI, MathF.PI);

    /// <summary>A colour of any hue; saturation and value as bounded.</summary>
    public Vector3 Colour(float saturationLow, float saturationHigh, float valueLow, float valueHigh)
    {
        var hue = Unit() * 6f;
        var saturation = Range(saturationLow, saturationHigh);
        var value = Range(valueLow, valueHigh);
        var wheel = new Vector3(MathF.Abs(hue - 3f) - 1f, 2f - MathF.Abs(hue - 2f), 2f - MathF.Abs(hue - 4f));
        return value * Vector3.Lerp(Vector3.One, Vector3.Clamp(wheel, Vector3.Zero, Vector3.One), saturation);
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return Mix(_state);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
