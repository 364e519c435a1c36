using System.Numerics;

namespace TransferLearning.Pictures;

/// <summary>Smooth noise over space, from hashed lattice values.</summary>
internal static class Noise
{
    /// <summary>Value noise in [0, 1], one bump per unit.</summary>
    public static float At(Vector3 p)
    {
        var floor = new Vector3(MathF.Floor(p.X), MathF.Floor(p.Y), MathF.Floor(p.Z));
        var t = p - floor;
        t = t * t * (new Vector3(3f) - (2f * t));
        int x = (int)floor.X, y = (int)floor.Y, z = (int)floor.Z;
        var near = Mix(Mix(Hash(x, y, z), Hash(x + 1, y, z), t.X), Mix(Hash(x, y + 1, z), Hash(x + 1, y + 1, z), t.X), t.Y);
        var far = Mix(Mix(Hash(x, y, z + 1), Hash(x + 1, y, z + 1), t.X), Mix(Hash(x, y + 1, z + 1), Hash(x + 1, y + 1, z + 1), t.X), t.Y);
        return Mix(near, far, t.Z);
    }

    /// <summary>Three octaves of it, in [0, 1].</summary>
    public static float Rough(Vector3 p) =>
        (0.57f * At(p)) + (0.29f * At((p * 2.03f) + new Vector3(17.3f))) + (0.14f * At((p * 4.1f) + new Vector3(5.7f)));

    /// <summary>A number in [0, 1] for a lattice cell.</summary>
    public static float Hash(int x, int y, int z)
    {
        var h = (uint)((x * 374761393) + (y * 668265263) + (z * 1274126177));
        h = (h ^ (h >> 13)) * 1103515245u;
        h = (h ^ (h >> 16)) * 2246822519u;
        return (h >> 8) * (1f / (1 << 24));
    }

    private static float Mix(float a, float b, float t) => a + ((b - a) * t);
}
