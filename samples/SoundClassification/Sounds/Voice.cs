namespace SoundClassification.Sounds;

/// <summary>What synthesized sounds are made of.</summary>
internal static class Voice
{
    /// <summary>Frames per second of synthesized sounds.</summary>
    public const int Rate = 16_000;

    /// <summary>A tone whose frequency, in hertz, may change; <paramref name="shape"/> turns its phase (0 to 1) into a value.</summary>
    public static float[] Tone(int length, Func<float, float> hertz, Func<float, float> shape)
    {
        var sound = new float[length];
        var phase = 0.0;
        for (var i = 0; i < length; i++)
        {
            sound[i] = shape((float)phase);
            phase += hertz(i / (float)Rate) / Rate;
            phase -= Math.Floor(phase);
        }

        return sound;
    }

    public static float Sine(float phase) => MathF.Sin(MathF.Tau * phase);

    /// <summary>A sawtooth of so many partials, so that none lies above half the rate.</summary>
    public static Func<float, float> Saw(int partials) => phase =>
    {
        var value = 0f;
        for (var n = 1; n <= partials; n++)
        {
            value += MathF.Sin(MathF.Tau * phase * n) / n;
        }

        return 0.6f * value;
    };

    /// <summary>White noise.</summary>
    public static float[] Noise(int length, Random dice) => [.. Enumerable.Range(0, length).Select(_ => (2 * dice.NextSingle()) - 1)];

    /// <summary>Leaves what lies around a frequency: a resonance of two poles.</summary>
    public static float[] Resonate(float[] sound, float hertz, float width)
    {
        var radius = MathF.Exp(-MathF.PI * width / Rate);
        var (a1, a2) = (2 * radius * MathF.Cos(MathF.Tau * hertz / Rate), -radius * radius);
        var gain = 1 - radius;
        var result = new float[sound.Length];
        float before = 0, earlier = 0;
        for (var i = 0; i < sound.Length; i++)
        {
            var value = (gain * sound[i]) + (a1 * before) + (a2 * earlier);
            (earlier, before) = (before, value);
            result[i] = value;
        }

        return result;
    }

    /// <summary>Leaves what lies below a frequency: one pole.</summary>
    public static float[] Dull(float[] sound, float hertz)
    {
        var share = 1 - MathF.Exp(-MathF.Tau * hertz / Rate);
        var result = new float[sound.Length];
        var value = 0f;
        for (var i = 0; i < sound.Length; i++)
        {
            result[i] = value += share * (sound[i] - value);
        }

        return result;
    }

    /// <summary>Multiplies by a loudness that changes over the seconds.</summary>
    public static float[] Shaped(float[] sound, Func<float, float> loudness)
    {
        for (var i = 0; i < sound.Length; i++)
        {
            sound[i] *= loudness(i / (float)Rate);
        }

        return sound;
    }

    /// <summary>Rises in <paramref name="attack"/> seconds and falls to a third in <paramref name="decay"/>.</summary>
    public static Func<float, float> Struck(float attack, float decay) => time => Math.Min(time / attack, 1) * MathF.Exp(-time / decay);

    /// <summary>Adds a part of a sound to another one, from a frame on.</summary>
    public static void Mix(float[] target, float[] part, int start, float loudness)
    {
        for (var i = 0; i < part.Length && start + i < target.Length; i++)
        {
            target[start + i] += loudness * part[i];
        }
    }
}
