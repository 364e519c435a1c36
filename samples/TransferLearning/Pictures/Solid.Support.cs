using System.Numerics;

namespace TransferLearning.Pictures;

internal readonly partial struct Solid
{
    /// <summary>How far the solid reaches from the origin in a direction of length 1: by the lowest of these a thing stands on the floor.</summary>
    public float Support(Vector3 direction)
    {
        var d = Vector3.Transform(direction, _back);
        var across = MathF.Sqrt(MathF.Max(1f - (d.Y * d.Y), 0f));
        var reach = Form switch
        {
            Form.Box => Vector3.Dot(Vector3.Abs(d), Size),
            Form.Ellipsoid => (d * Size).Length(),
            Form.Frustum or Form.Cup => MathF.Max((Size.X * across) - (d.Y * Size.Y), (Size.Z * across) + (d.Y * Size.Y)),
            Form.Capsule => (MathF.Abs(d.Y) * Size.Y) + Size.X,
            Form.Ring => (Size.X * Length(d.X, d.Y)) + Size.Y,
            Form.Dome => Wall + (d.Y * Size.X >= Size.Y ? Size.X : (d.Y * Size.Y) + (across * MathF.Sqrt((Size.X * Size.X) - (Size.Y * Size.Y)))),
            Form.Roof => MathF.Max(d.Y * Size.Y, MathF.Abs(d.X) * Size.X) + (MathF.Abs(d.Z) * Size.Z),
            Form.Cog => (1.16f * Size.X * Length(d.X, d.Y)) + (MathF.Abs(d.Z) * Size.Y),
            _ => throw new InvalidOperationException($"The form {Form} has no extent."),
        };
        return Vector3.Dot(direction, Centre) + reach + Edge;
    }
}
