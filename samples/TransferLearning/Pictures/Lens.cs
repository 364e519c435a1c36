using System.Numerics;

namespace TransferLearning.Pictures;

/// <summary>What a camera does to light: something out of focus in front, blur, vignette, a cast, exposure, contrast, grain.</summary>
internal static class Lens
{
    /// <summary>Bytes of a picture, plane by plane (red, green, blue), each row by row from the top.</summary>
    public static byte[] Expose(Vector3[] light, int size, Dice dice)
    {
        if (dice.Chance(0.15f))
        {
            Cover(light, size, dice);
        }

        light = Blur(light, size, dice.Range(0.35f, 0.9f));
        var middle = new Vector3(Brightness(light));
        var exposure = dice.Range(0.75f, 1.25f) * Math.Clamp(0.38f / middle.X, 0.6f, 2.2f);
        var cast = new Vector3(dice.Range(0.85f, 1.15f), dice.Range(0.9f, 1.1f), dice.Range(0.85f, 1.15f)) * exposure;
        var vignette = dice.Range(0f, 0.45f);
        var gamma = 1f / dice.Range(1.5f, 2.3f);
        var grain = dice.Range(0.004f, 0.03f);
        var planes = new byte[3 * size * size];
        for (var i = 0; i < light.Length; i++)
        {
            var x = (2f * (i % size) / size) - 1f;
            var y = (2f * (i / size) / size) - 1f;
            var value = light[i] * cast * (1f - (vignette * 0.5f * ((x * x) + (y * y))));
            var shared = dice.Normal() * grain;
            planes[i] = Tone(value.X, gamma, shared + (dice.Normal() * grain * 0.5f));
            planes[i + light.Length] = Tone(value.Y, gamma, shared);
            planes[i + (2 * light.Length)] = Tone(value.Z, gamma, shared + (dice.Normal() * grain * 0.5f));
        }

        return planes;
    }

    private static byte Tone(float value, float gamma, float grain) =>
        (byte)Math.Clamp((MathF.Pow(MathF.Max(value, 0f), gamma) + grain) * 255f, 0f, 255f);

    private static float Brightness(Vector3[] light)
    {
        var sum = 0f;
        foreach (var value in light)
        {
            sum += value.X + value.Y + value.Z;
        }

        return MathF.Max(sum / (3f * light.Length), 0.02f);
    }

    // A dark or bright blob that reaches in from the edge, as a leaf or a finger close to the lens does.
    private static void Cover(Vector3[] light, int size, Dice dice)
    {
        var angle = dice.Angle();
        var centre = new Vector2(MathF.Cos(angle), MathF.Sin(angle)) * dice.Range(1f, 1.3f);
        var radii = new Vector2(dice.Range(0.3f, 0.6f), dice.Range(0.3f, 0.6f));
        var colour = dice.Colour(0f, 0.7f, 0.02f, 0.6f);
        for (var i = 0; i < light.Length; i++)
        {
            var point = new Vector2((2f * (i % size) / size) - 1f, (2f * (i / size) / size) - 1f);
            var inside = Math.Clamp((1f - ((point - centre) / radii).Length()) * 6f, 0f, 1f);
            light[i] = Vector3.Lerp(light[i], colour, inside * 0.95f);
        }
    }

    private static Vector3[] Blur(Vector3[] light, int size, float sigma)
    {
        const int Reach = 2;
        Span<float> weights = stackalloc float[(2 * Reach) + 1];
        var sum = 0f;
        for (var i = -Reach; i <= Reach; i++)
        {
            sum += weights[i + Reach] = MathF.Exp(-i * i / (2f * sigma * sigma));
        }

        var across = new Vector3[light.Length];
        var result = new Vector3[light.Length];
        for (var pass = 0; pass < 2; pass++)
        {
            var (from, to) = pass == 0 ? (light, across) : (across, result);
            for (var i = 0; i < light.Length; i++)
            {
                var (row, column) = (i / size, i % size);
                var value = Vector3.Zero;
                for (var k = -Reach; k <= Reach; k++)
                {
                    var index = pass == 0
                        ? (row * size) + Math.Clamp(column + k, 0, size - 1)
                        : (Math.Clamp(row + k, 0, size - 1) * size) + column;
                    value += from[index] * weights[k + Reach];
                }

                to[i] = value / sum;
            }
        }

        return result;
    }
}
