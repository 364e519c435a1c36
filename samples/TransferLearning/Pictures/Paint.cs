using System.Numerics;

namespace TransferLearning.Pictures;

/// <summary>What a surface looks like: a pattern of two colours, its shine, and its bumps.</summary>
internal sealed record Paint(
    Pattern Pattern, Vector3 First, Vector3 Second, float Scale, Vector3 Axis, Vector3 Shift, float Shine, float Gloss, float Bumps)
{
    private static readonly Pattern[] Patterns = Enum.GetValues<Pattern>();

    /// <summary>Any paint. Colours are drawn alike for all categories, so that colour tells nothing about what a thing is.</summary>
    public static Paint Draw(Dice dice, params ReadOnlySpan<Pattern> usual)
    {
        var pattern = usual.Length > 0 && dice.Chance(0.6f) ? usual[dice.Below(usual.Length)] : Patterns[dice.Below(Patterns.Length)];
        var first = dice.Colour(0.05f, 0.85f, 0.15f, 0.95f);
        var second = dice.Chance(0.5f) ? dice.Colour(0.05f, 0.85f, 0.1f, 1f) : first * dice.Range(0.3f, 0.7f);
        var axis = Vector3.Normalize(new Vector3(dice.Normal(), dice.Normal() * 2f, dice.Normal()) + new Vector3(0f, 0.01f, 0f));
        var shift = new Vector3(dice.Range(-50f, 50f), dice.Range(-50f, 50f), dice.Range(-50f, 50f));
        return new Paint(
            pattern, first, second, dice.Range(2.5f, 7f), axis, shift,
            dice.Chance(0.5f) ? dice.Range(0.1f, 0.7f) : 0f, dice.Range(8f, 60f), dice.Chance(0.4f) ? dice.Range(0.1f, 0.5f) : 0f);
    }

    /// <summary>Colour at a point of the solid's own frame.</summary>
    public Vector3 At(Vector3 local)
    {
        var p = (local * Scale) + Shift;
        var share = Pattern switch
        {
            Pattern.Stripes => Step(MathF.Sin(Vector3.Dot(p, Axis) * MathF.PI)),
            Pattern.Checks => (((int)MathF.Floor(p.X) + (int)MathF.Floor(p.Y) + (int)MathF.Floor(p.Z)) & 1) == 0 ? 0f : 1f,
            Pattern.Dots => Step(0.36f - Within(p)),
            Pattern.Wood => 0.5f + (0.5f * MathF.Sin((Across(p) * 2.2f) + (Noise.At(p * 0.8f) * 7f))),
            Pattern.Marble => MathF.Pow(1f - MathF.Abs(MathF.Sin(Vector3.Dot(p, Axis) + (Noise.Rough(p * 0.7f) * 8f))), 2.5f),
            Pattern.Speckles => Step(Noise.At(p * 3.1f) - 0.62f),
            Pattern.Bricks => Joint(p),
            Pattern.Patches => Math.Clamp((Noise.Rough(p * 0.6f) - 0.42f) * 6f, 0f, 1f),
            _ => 0.15f * Noise.Rough(p),
        };
        return Vector3.Lerp(First, Second, share);
    }

    /// <summary>A normal bent by the surface's bumps.</summary>
    public Vector3 Bend(Vector3 normal, Vector3 local)
    {
        if (Bumps == 0f)
        {
            return normal;
        }

        var p = (local * Scale * 2.2f) + Shift;
        var tilt = new Vector3(Noise.At(p), Noise.At(p + new Vector3(31.7f)), Noise.At(p - new Vector3(23.1f))) - new Vector3(0.5f);
        return Vector3.Normalize(normal + (tilt * Bumps));
    }

    private static float Step(float value) => Math.Clamp((value * 6f) + 0.5f, 0f, 1f);

    private static float Within(Vector3 p) =>
        (p - new Vector3(MathF.Round(p.X), MathF.Round(p.Y), MathF.Round(p.Z))).Length();

    private float Across(Vector3 p) => (p - (Axis * Vector3.Dot(p, Axis))).Length();

    private static float Joint(Vector3 p)
    {
        var course = MathF.Floor(p.Y * 1.6f);
        var along = p.X + p.Z + (0.5f * course);
        var bed = MathF.Abs((p.Y * 1.6f) - course - 0.5f);
        var head = MathF.Abs(along - MathF.Floor(along) - 0.5f);
        return MathF.Max(Step((bed - 0.42f) * 2f), Step((head - 0.44f) * 2f));
    }
}
