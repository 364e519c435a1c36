using System.Numerics;

namespace TransferLearning.Pictures;

/// <summary>One far lamp, and the light that comes from everywhere: from above (sky) and from below (ground).</summary>
internal sealed record Lamp(Vector3 Towards, Vector3 Light, Vector3 Sky, Vector3 Ground, float Softness)
{
    /// <summary>A lamp above, on the camera's side more often than not; warm or cool.</summary>
    public static Lamp Draw(Camera camera, Dice dice)
    {
        var spread = new Vector3(dice.Normal(), MathF.Abs(dice.Normal()) + 0.35f, dice.Normal());
        var towards = Vector3.Normalize(spread - (camera.Forward * 0.7f) with { Y = 0f });
        var warmth = dice.Range(-0.12f, 0.12f);
        var light = new Vector3(1f + warmth, 1f, 1f - warmth) * dice.Range(0.6f, 1.15f);
        var sky = new Vector3(1f - warmth, 1f, 1f + warmth) * dice.Range(0.15f, 0.5f);
        return new Lamp(towards, light, sky, sky * dice.Range(0.2f, 0.6f), dice.Range(4f, 24f));
    }
}
