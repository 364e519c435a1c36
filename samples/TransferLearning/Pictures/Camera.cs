using System.Numerics;

namespace TransferLearning.Pictures;

/// <summary>Where the picture is taken from: a pinhole with three axes; <see cref="Focal"/> is in half picture widths.</summary>
internal sealed record Camera(Vector3 Place, Vector3 Forward, Vector3 Right, Vector3 Up, float Focal)
{
    /// <summary>A camera that has the thing in view, seldom quite in the middle and never from below.</summary>
    public static Camera Draw(Body thing, Dice dice)
    {
        var field = dice.Range(0.35f, 0.8f);
        var pitch = dice.Range(0.12f, 0.55f);
        var fill = dice.Range(0.85f, 1.15f);
        var distance = thing.Radius / (MathF.Tan(field * 0.5f) * fill);
        var yaw = dice.Angle();
        var back = new Vector3(MathF.Cos(pitch) * MathF.Sin(yaw), MathF.Sin(pitch), MathF.Cos(pitch) * MathF.Cos(yaw));
        var place = thing.Centre + (back * distance);
        if (place.Y < 0.15f)
        {
            place.Y = 0.15f;
        }

        var aim = thing.Centre + (new Vector3(dice.Normal(), dice.Normal(), dice.Normal()) * 0.1f);
        var forward = Vector3.Normalize(aim - place);
        var right = Vector3.Normalize(Vector3.Cross(forward, Vector3.UnitY));
        var up = Vector3.Cross(right, forward);
        var roll = Quaternion.CreateFromAxisAngle(forward, dice.Normal() * 0.06f);
        return new Camera(place, forward, Vector3.Transform(right, roll), Vector3.Transform(up, roll), 1f / MathF.Tan(field * 0.5f));
    }

    /// <summary>The ray through a point of the picture, both coordinates in [-1, 1], y upwards.</summary>
    public Vector3 Ray(float x, float y) => Vector3.Normalize((Forward * Focal) + (Right * x) + (Up * y));
}
