using System.Numerics;

namespace TransferLearning.Pictures;

/// <summary>Follows one ray per picture point through a scene: things by stepping along their distance, floor and wall by formula.</summary>
internal static class Renderer
{
    private const int Steps = 56;
    private const float Far = 40f;

    /// <summary>Linear light for each point of a square picture, row by row from the top.</summary>
    public static Vector3[] Render(Scene scene, int size)
    {
        var light = new Vector3[size * size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                var ray = scene.Camera.Ray((2f * (column + 0.5f) / size) - 1f, 1f - (2f * (row + 0.5f) / size));
                light[(row * size) + column] = Shade(scene, scene.Camera.Place, ray);
            }
        }

        return light;
    }

    private static Vector3 Shade(Scene scene, Vector3 origin, Vector3 ray)
    {
        var floor = ray.Y < -1e-4f ? -origin.Y / ray.Y : float.MaxValue;
        var wall = WallAt(scene, origin, ray, out var wallNormal);
        var limit = MathF.Min(MathF.Min(floor, wall), Far);
        var (distance, body) = Follow(scene.Bodies, origin, ray, limit);
        if (body is not null)
        {
            var point = origin + (ray * distance);
            var (paint, local) = body.Surface(point);
            return Light(scene, paint, paint.At(local), point, paint.Bend(body.Normal(point), local), ray);
        }

        if (limit >= Far)
        {
            return Vector3.Lerp(scene.Lamp.Ground, scene.Lamp.Sky, Math.Clamp(0.5f + ray.Y, 0f, 1f)) * 1.5f;
        }

        var place = origin + (ray * limit);
        var surface = floor < wall ? scene.Floor : scene.Wall;
        var normal = surface.Bend(floor < wall ? Vector3.UnitY : wallNormal, place);
        return Light(scene, surface, surface.At(place), place, normal, ray);
    }

    // The wall stands behind the things, across the direction that the camera looks in.
    private static float WallAt(Scene scene, Vector3 origin, Vector3 ray, out Vector3 normal)
    {
        normal = -Vector3.Normalize(scene.Camera.Forward with { Y = 0f });
        var closing = -Vector3.Dot(ray, normal);
        return closing < 1e-4f ? float.MaxValue : (scene.WallDepth + Vector3.Dot(origin, normal)) / closing;
    }

    private static Vector3 Light(Scene scene, Paint paint, Vector3 colour, Vector3 point, Vector3 normal, Vector3 ray)
    {
        var lamp = scene.Lamp;
        var facing = Vector3.Dot(normal, lamp.Towards);
        var lit = facing <= 0f ? 0f : facing * Shadow(scene, point + (normal * 0.012f));
        var ambient = Vector3.Lerp(lamp.Ground, lamp.Sky, 0.5f + (0.5f * normal.Y)) * Openness(scene, point, normal);
        var result = colour * ((lamp.Light * lit) + ambient);
        if (paint.Shine > 0f && lit > 0f)
        {
            var half = Vector3.Normalize(lamp.Towards - ray);
            result += lamp.Light * (paint.Shine * lit * MathF.Pow(MathF.Max(Vector3.Dot(half, normal), 0f), paint.Gloss));
        }

        return result;
    }

    // How much of the sky a point sees: near surfaces darken it.
    private static float Openness(Scene scene, Vector3 point, Vector3 normal)
    {
        var open = 1f;
        foreach (var body in scene.Bodies)
        {
            var near = body.Distance(point + (normal * 0.12f));
            open = MathF.Min(open, Math.Clamp(0.35f + (near * 5.5f), 0.35f, 1f));
        }

        return open;
    }

    // 0 in full shadow, 1 in full light; rays that pass close by something make the soft edge.
    private static float Shadow(Scene scene, Vector3 point)
    {
        var open = 1f;
        foreach (var body in scene.Bodies)
        {
            if (!body.Crosses(point, scene.Lamp.Towards, out var enter, out var leave))
            {
                continue;
            }

            var along = MathF.Max(enter, 0.01f);
            for (var step = 0; step < Steps / 2 && along < leave; step++)
            {
                var distance = body.Distance(point + (scene.Lamp.Towards * along));
                if (distance < 0.003f)
                {
                    return 0f;
                }

                open = MathF.Min(open, scene.Lamp.Softness * distance / along);
                along += MathF.Max(distance, 0.02f);
            }
        }

        return Math.Clamp(open, 0f, 1f);
    }

    private static (float Distance, Body? Body) Follow(Body[] bodies, Vector3 origin, Vector3 ray, float limit)
    {
        Body? hit = null;
        foreach (var body in bodies)
        {
            if (!body.Crosses(origin, ray, out var along, out var leave))
            {
                continue;
            }

            leave = MathF.Min(leave, limit);
            for (var step = 0; step < Steps && along < leave; step++)
            {
                var distance = body.Distance(origin + (ray * along));
                if (distance < 0.0015f)
                {
                    (limit, hit) = (along, body);
                    break;
                }

                along += distance;
            }
        }

        return (limit, hit);
    }
}
