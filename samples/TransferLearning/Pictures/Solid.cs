using System.Numerics;

namespace TransferLearning.Pictures;

/// <summary>
/// One basic solid, placed: the signed distance from a point to its surface (negative inside), or a lower bound of it.
/// Lengths are in units of the thing that it belongs to, which is about two units tall.
/// </summary>
internal readonly partial struct Solid
{
    private readonly Quaternion _back;

    public Solid(Form form, Vector3 centre, Vector3 size, Quaternion? turn = null, int paint = 0, float edge = 0f, float wall = 0f)
    {
        Form = form;
        Centre = centre;
        Size = size;
        Turn = turn ?? Quaternion.Identity;
        Paint = paint;
        Edge = edge;
        Wall = wall;
        _back = Quaternion.Conjugate(Turn);
        Reach = edge + form switch
        {
            Form.Frustum or Form.Cup => MathF.Sqrt((size.Y * size.Y) + MathF.Pow(MathF.Max(size.X, size.Z), 2)),
            Form.Ellipsoid => MathF.Max(size.X, MathF.Max(size.Y, size.Z)),
            Form.Capsule or Form.Ring => size.X + size.Y,
            Form.Dome => size.X + wall,
            Form.Cog => size.X * 1.3f + size.Y,
            _ => size.Length(),
        };
    }

    public Form Form { get; }

    public Vector3 Centre { get; }

    public Vector3 Size { get; }

    public Quaternion Turn { get; }

    /// <summary>Which of its thing's paints it wears.</summary>
    public int Paint { get; }

    /// <summary>Radius by which edges are rounded.</summary>
    public float Edge { get; }

    /// <summary>Half the thickness of a vessel's wall.</summary>
    public float Wall { get; }

    /// <summary>Radius of a ball around <see cref="Centre"/> that holds the whole solid.</summary>
    public float Reach { get; }

    /// <summary>The same solid after its thing has been turned, then scaled, then moved.</summary>
    public Solid Placed(Quaternion turn, float scale, Vector3 offset) => new(
        Form,
        (Vector3.Transform(Centre, turn) * scale) + offset,
        Form == Form.Cog ? Size with { X = Size.X * scale, Y = Size.Y * scale } : Size * scale,
        turn * Turn,
        Paint,
        Edge * scale,
        Wall * scale);

    /// <summary>The point in the solid's own frame, where its paint sticks to it.</summary>
    public Vector3 Local(Vector3 point) => Vector3.Transform(point - Centre, _back);

    public float Distance(Vector3 point)
    {
        var p = Local(point);
        var distance = Form switch
        {
            Form.Box => Box(p, Size),
            Form.Ellipsoid => Ellipsoid(p, Size),
            Form.Frustum => Frustum(Axial(p), p.Y, Size.X, Size.Y, Size.Z),
            Form.Capsule => (p - new Vector3(0f, Math.Clamp(p.Y, -Size.Y, Size.Y), 0f)).Length() - Size.X,
            Form.Ring => Length(Length(p.X, p.Y) - Size.X, p.Z) - Size.Y,
            Form.Cup => Cup(p),
            Form.Dome => MathF.Max(MathF.Abs(p.Length() - Size.X) - Wall, Size.Y - p.Y),
            Form.Roof => Roof(p),
            Form.Cog => Cog(p),
            _ => throw new InvalidOperationException($"The form {Form} has no distance."),
        };
        return distance - Edge;
    }

    private static float Length(float x, float y) => MathF.Sqrt((x * x) + (y * y));

    private static float Axial(Vector3 p) => Length(p.X, p.Z);

    private static float Box(Vector3 p, Vector3 half)
    {
        var q = Vector3.Abs(p) - half;
        return Vector3.Max(q, Vector3.Zero).Length() + MathF.Min(MathF.Max(q.X, MathF.Max(q.Y, q.Z)), 0f);
    }

    // The gradient's length corrects the scaled distance to first order; exact on the surface, which is where it matters.
    private static float Ellipsoid(Vector3 p, Vector3 radii)
    {
        var scaled = p / radii;
        var length = scaled.Length();
        return length < 1e-4f ? -MathF.Min(radii.X, MathF.Min(radii.Y, radii.Z)) : length * (length - 1f) / (scaled / radii).Length();
    }

    // Distance in the plane through the axis: to the slanted side and to the two caps, whichever is the farther out.
    private static float Frustum(float radial, float y, float bottom, float half, float top)
    {
        var slope = (bottom - top) / (2f * half);
        var side = (radial - ((bottom + top) * 0.5f) + (y * slope)) / MathF.Sqrt(1f + (slope * slope));
        var cap = MathF.Abs(y) - half;
        return MathF.Min(MathF.Max(side, cap), 0f) + Length(MathF.Max(side, 0f), MathF.Max(cap, 0f));
    }

    private float Cup(Vector3 p)
    {
        var radial = Axial(p);
        var outer = Frustum(radial, p.Y, Size.X, Size.Y, Size.Z);
        var inner = Frustum(radial, p.Y - (4f * Wall), Size.X - (2f * Wall), Size.Y, Size.Z - (2f * Wall));
        return MathF.Max(outer, -inner);
    }

    private float Roof(Vector3 p)
    {
        var slope = Size.Y / Size.X;
        var tiles = (p.Y - Size.Y + (MathF.Abs(p.X) * slope)) / MathF.Sqrt(1f + (slope * slope));
        return MathF.Max(MathF.Max(tiles, -p.Y), MathF.Abs(p.Z) - Size.Z);
    }

    private float Cog(Vector3 p)
    {
        var radial = Length(p.X, p.Y);
        var wave = MathF.Cos(MathF.Atan2(p.Y, p.X) * Size.Z);
        var rim = radial - (Size.X * (1f + (0.16f * Math.Clamp(wave * 2.5f, -1f, 1f))));
        var hole = (Size.X * 0.35f) - radial;
        // The teeth's flanks are steeper than the distance says: steps shortened to stay outside.
        return 0.6f * MathF.Max(MathF.Max(rim, hole), MathF.Abs(p.Z) - Size.Y);
    }
}
