using System.Numerics;

namespace TransferLearning.Pictures;

/// <summary>One thing in the scene: its solids, its paints, and a ball that holds it, by which most rays pass it by cheaply.</summary>
internal sealed class Body
{
    private readonly Solid[] _solids;
    private readonly Paint[] _paints;

    public Body(IReadOnlyList<Solid> solids, Paint[] paints)
    {
        _solids = [.. solids];
        _paints = paints;
        var low = new Vector3(float.MaxValue);
        var high = new Vector3(float.MinValue);
        foreach (var solid in _solids)
        {
            low = Vector3.Min(low, solid.Centre - new Vector3(solid.Reach));
            high = Vector3.Max(high, solid.Centre + new Vector3(solid.Reach));
        }

        Centre = (low + high) * 0.5f;
        foreach (var solid in _solids)
        {
            Radius = MathF.Max(Radius, (solid.Centre - Centre).Length() + solid.Reach);
        }
    }

    public Vector3 Centre { get; }

    public float Radius { get; }

    /// <summary>Signed distance to the nearest surface, or a lower bound of it where that is far away.</summary>
    public float Distance(Vector3 point)
    {
        var far = (point - Centre).Length() - Radius;
        if (far > 0.15f)
        {
            return far;
        }

        var nearest = float.MaxValue;
        foreach (ref readonly var solid in _solids.AsSpan())
        {
            if ((point - solid.Centre).Length() - solid.Reach < nearest)
            {
                nearest = MathF.Min(nearest, solid.Distance(point));
            }
        }

        return nearest;
    }

    /// <summary>Paint and its place at a point of the surface.</summary>
    public (Paint Paint, Vector3 Local) Surface(Vector3 point)
    {
        var nearest = float.MaxValue;
        var chosen = 0;
        for (var i = 0; i < _solids.Length; i++)
        {
            var distance = _solids[i].Distance(point);
            if (distance < nearest)
            {
                (nearest, chosen) = (distance, i);
            }
        }

        var solid = _solids[chosen];
        return (_paints[solid.Paint % _paints.Length], solid.Local(point));
    }

    /// <summary>Outward normal, from four differences of the distance.</summary>
    public Vector3 Normal(Vector3 point)
    {
        const float Step = 0.0015f;
        var a = new Vector3(1f, -1f, -1f);
        var b = new Vector3(-1f, -1f, 1f);
        var c = new Vector3(-1f, 1f, -1f);
        var d = Vector3.One;
        var gradient = (a * Distance(point + (a * Step))) + (b * Distance(point + (b * Step)))
            + (c * Distance(point + (c * Step))) + (d * Distance(point + (d * Step)));
        return gradient.LengthSquared() < 1e-20f ? Vector3.UnitY : Vector3.Normalize(gradient);
    }

    /// <summary>Where a ray enters and leaves the ball around the body; false where it misses it.</summary>
    public bool Crosses(Vector3 origin, Vector3 direction, out float enter, out float leave)
    {
        var towards = Centre - origin;
        var along = Vector3.Dot(towards, direction);
        var discriminant = (Radius * Radius) - towards.LengthSquared() + (along * along);
        if (discriminant <= 0f)
        {
            enter = leave = 0f;
            return false;
        }

        var half = MathF.Sqrt(discriminant);
        enter = MathF.Max(along - half, 0f);
        leave = along + half;
        return leave > 0f;
    }
}
