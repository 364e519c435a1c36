using System.Numerics;

namespace TransferLearning.Pictures;

/// <summary>Rotations by an angle in radians about the three axes.</summary>
internal static class Turns
{
    public static Quaternion X(float angle) => Quaternion.CreateFromAxisAngle(Vector3.UnitX, angle);

    public static Quaternion Y(float angle) => Quaternion.CreateFromAxisAngle(Vector3.UnitY, angle);

    public static Quaternion Z(float angle) => Quaternion.CreateFromAxisAngle(Vector3.UnitZ, angle);
}
