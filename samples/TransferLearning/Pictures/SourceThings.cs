using System.Numerics;

namespace TransferLearning.Pictures;

/// <summary>How the things of the source classes are built; every call makes another one of its kind.</summary>
internal static class SourceThings
{
    public static IReadOnlyList<Solid> Bottle(Dice dice)
    {
        var radius = dice.Range(0.28f, 0.42f);
        var body = dice.Range(0.45f, 0.7f);
        var shoulder = dice.Range(0.1f, 0.25f);
        var neck = dice.Range(0.16f, 0.35f);
        var mouth = dice.Range(0.09f, 0.14f);
        return
        [
            new(Form.Frustum, new(0f, body, 0f), new(radius, body, radius), edge: 0.03f),
            new(Form.Frustum, new(0f, (2f * body) + shoulder, 0f), new(radius, shoulder, mouth)),
            new(Form.Frustum, new(0f, (2f * (body + shoulder)) + neck, 0f), new(mouth, neck, mouth)),
            new(Form.Frustum, new(0f, 2f * (body + shoulder + neck), 0f), new(mouth * 1.3f, 0.06f, mouth * 1.3f), paint: 1),
        ];
    }

    public static IReadOnlyList<Solid> Car(Dice dice)
    {
        var length = dice.Range(0.9f, 1.15f);
        var width = dice.Range(0.42f, 0.5f);
        var wheel = dice.Range(0.2f, 0.28f);
        var height = dice.Range(0.16f, 0.24f);
        var cabin = dice.Range(0.18f, 0.28f);
        var back = dice.Range(-0.25f, 0.1f);
        var solids = new List<Solid>
        {
            new(Form.Box, new(0f, wheel + height, 0f), new(length, height, width), edge: 0.06f),
            new(Form.Box, new(back, wheel + (2f * height) + cabin, 0f), new(length * 0.5f, cabin, width * 0.85f), edge: 0.06f, paint: 1),
        };
        for (var corner = 0; corner < 4; corner++)
        {
            var place = new Vector3((corner & 1) == 0 ? -0.6f * length : 0.6f * length, wheel, (corner & 2) == 0 ? -width : width);
            solids.Add(new(Form.Frustum, place, new(wheel, 0.1f, wheel), Turns.X(MathF.PI / 2f), paint: 2));
        }

        return solids;
    }

    public static IReadOnlyList<Solid> Dumbbell(Dice dice)
    {
        var half = dice.Range(0.55f, 0.8f);
        var weight = dice.Range(0.3f, 0.45f);
        var thick = dice.Range(0.14f, 0.26f);
        var lying = Turns.Z(MathF.PI / 2f);
        var round = dice.Chance(0.4f);
        var solids = new List<Solid> { new(Form.Frustum, new(0f, weight, 0f), new(0.09f, half, 0.09f), lying, paint: 1) };
        foreach (var side in (ReadOnlySpan<float>)[-1f, 1f])
        {
            var place = new Vector3(side * half, weight, 0f);
            solids.Add(round
                ? new(Form.Ellipsoid, place, new(weight * 0.9f))
                : new(Form.Frustum, place, new(weight, thick, weight), lying, edge: 0.03f));
        }

        return solids;
    }

    public static IReadOnlyList<Solid> Fir(Dice dice)
    {
        var tiers = 2 + dice.Below(3);
        var trunk = dice.Range(0.15f, 0.35f);
        var solids = new List<Solid> { new(Form.Frustum, new(0f, trunk, 0f), new(0.12f, trunk, 0.1f), paint: 1) };
        var width = dice.Range(0.6f, 0.85f);
        var half = dice.Range(0.8f, 1f) / tiers;
        var y = 2f * trunk;
        for (var tier = 0; tier < tiers; tier++)
        {
            solids.Add(new(Form.Frustum, new(0f, y + half, 0f), new(width, half, tier == tiers - 1 ? 0.02f : width * 0.35f)));
            y += half * 1.3f;
            width *= 0.74f;
        }

        return solids;
    }

    public static IReadOnlyList<Solid> Gear(Dice dice)
    {
        var teeth = 7 + dice.Below(6);
        var radius = dice.Range(0.75f, 0.9f);
        return
        [
            new(Form.Cog, new(0f, radius * 1.1f, 0f), new(radius, dice.Range(0.1f, 0.25f), teeth)),
            new(Form.Ring, new(0f, radius * 1.1f, 0f), new(radius * 0.42f, dice.Range(0.08f, 0.2f), 0f), paint: 1),
        ];
    }

    public static IReadOnlyList<Solid> House(Dice dice)
    {
        var width = dice.Range(0.6f, 0.85f);
        var depth = dice.Range(0.5f, 0.9f);
        var walls = dice.Range(0.35f, 0.6f);
        var roof = dice.Range(0.4f, 0.75f);
        return
        [
            new(Form.Box, new(0f, walls, 0f), new(width, walls, depth)),
            new(Form.Roof, new(0f, 2f * walls, 0f), new(width * 1.15f, roof, depth * 1.1f), paint: 1),
            new(Form.Box, new(width * 0.45f, (2f * walls) + (roof * 0.6f), depth * dice.Range(-0.5f, 0.5f)), new(0.1f, roof * 0.55f, 0.1f), paint: 2),
            new(Form.Box, new(width * dice.Range(-0.3f, 0.3f), walls * 0.6f, depth), new(0.14f, walls * 0.6f, 0.03f), paint: 2),
        ];
    }

    public static IReadOnlyList<Solid> Ladder(Dice dice)
    {
        var half = dice.Range(0.9f, 1.1f);
        var width = dice.Range(0.3f, 0.42f);
        var rungs = 4 + dice.Below(3);
        var solids = new List<Solid>
        {
            new(Form.Box, new(-width, half, 0f), new(0.06f, half, 0.08f)),
            new(Form.Box, new(width, half, 0f), new(0.06f, half, 0.08f)),
        };
        for (var rung = 0; rung < rungs; rung++)
        {
            var y = 2f * half * (rung + 0.7f) / (rungs + 0.4f);
            solids.Add(new(Form.Frustum, new(0f, y, 0f), new(0.055f, width, 0.055f), Turns.Z(MathF.PI / 2f), paint: 1));
        }

        return solids;
    }

    public static IReadOnlyList<Solid> Pawn(Dice dice)
    {
        var foot = dice.Range(0.4f, 0.55f);
        var half = dice.Range(0.4f, 0.6f);
        var head = dice.Range(0.24f, 0.34f);
        var top = 0.2f + (2f * half);
        return
        [
            new(Form.Frustum, new(0f, 0.1f, 0f), new(foot, 0.1f, foot * 0.85f), edge: 0.02f),
            new(Form.Frustum, new(0f, 0.2f + half, 0f), new(foot * 0.65f, half, head * 0.5f)),
            new(Form.Frustum, new(0f, top, 0f), new(head * 0.95f, 0.05f, head * 0.95f), paint: 1),
            new(Form.Ellipsoid, new(0f, top + (head * 0.9f), 0f), new(head)),
        ];
    }

    public static IReadOnlyList<Solid> Plane(Dice dice)
    {
        var half = dice.Range(0.75f, 0.95f);
        var girth = dice.Range(0.15f, 0.22f);
        var span = dice.Range(0.85f, 1.1f);
        var sweep = dice.Range(0f, 0.5f);
        var y = dice.Range(0.3f, 0.7f);
        return
        [
            new(Form.Capsule, new(0f, y, 0f), new(girth, half, 0f), Turns.Z(MathF.PI / 2f)),
            new(Form.Box, new(0.05f - (sweep * 0.3f), y, span * 0.5f), new(0.2f, 0.035f, span * 0.5f), Turns.Y(-sweep), paint: 1),
            new(Form.Box, new(0.05f - (sweep * 0.3f), y, -span * 0.5f), new(0.2f, 0.035f, span * 0.5f), Turns.Y(sweep), paint: 1),
            new(Form.Box, new(-half, y, 0f), new(0.12f, 0.03f, span * 0.4f), paint: 1),
            new(Form.Box, new(-half, y + 0.25f, 0f), new(0.13f, 0.25f, 0.03f), Turns.Z(0.3f), paint: 2),
        ];
    }

    public static IReadOnlyList<Solid> Snowman(Dice dice)
    {
        var low = dice.Range(0.5f, 0.62f);
        var middle = low * dice.Range(0.66f, 0.8f);
        var head = middle * dice.Range(0.66f, 0.8f);
        var neck = (low * 1.6f) + (middle * 0.8f);
        var face = neck + (middle * 0.7f) + (head * 0.75f);
        var solids = new List<Solid>
        {
            new(Form.Ellipsoid, new(0f, low * 0.9f, 0f), new(low)),
            new(Form.Ellipsoid, new(0f, neck, 0f), new(middle)),
            new(Form.Ellipsoid, new(0f, face, 0f), new(head)),
            new(Form.Frustum, new(0f, face, head + 0.12f), new(0.07f, 0.17f, 0.01f), Turns.X(MathF.PI / 2f), paint: 1),
        };
        if (dice.Chance(0.6f))
        {
            solids.Add(new(Form.Frustum, new(0f, face + (head * 0.85f), 0f), new(head * 1.25f, 0.03f, head * 1.25f), paint: 2));
            solids.Add(new(Form.Frustum, new(0f, face + (head * 0.85f) + 0.17f, 0f), new(head * 0.75f, 0.17f, head * 0.7f), paint: 2));
        }

        return solids;
    }

    public static IReadOnlyList<Solid> Table(Dice dice)
    {
        var height = dice.Range(0.4f, 0.6f);
        var width = dice.Range(0.75f, 1.05f);
        var depth = dice.Range(0.5f, 0.8f);
        var leg = dice.Range(0.05f, 0.1f);
        var round = dice.Chance(0.3f);
        var solids = new List<Solid>
        {
            round
                ? new(Form.Frustum, new(0f, 2f * height, 0f), new(width, 0.06f, width))
                : new(Form.Box, new(0f, 2f * height, 0f), new(width, 0.06f, depth), edge: 0.01f),
        };
        for (var corner = 0; corner < 4; corner++)
        {
            var reach = round ? 0.6f * width : width - leg - 0.04f;
            var side = round ? 0.6f * width : depth - leg - 0.04f;
            var place = new Vector3((corner & 1) == 0 ? -reach : reach, height, (corner & 2) == 0 ? -side : side);
            solids.Add(new(Form.Frustum, place, new(leg * 0.7f, height, leg), paint: 1));
        }

        return solids;
    }

    public static IReadOnlyList<Solid> Wineglass(Dice dice)
    {
        var foot = dice.Range(0.36f, 0.48f);
        var stem = dice.Range(0.3f, 0.5f);
        var bowl = dice.Range(0.32f, 0.48f);
        var half = dice.Range(0.28f, 0.45f);
        return
        [
            new(Form.Frustum, new(0f, 0.04f, 0f), new(foot, 0.04f, foot * 0.7f)),
            new(Form.Frustum, new(0f, stem, 0f), new(0.06f, stem, 0.06f)),
            new(Form.Cup, new(0f, (2f * stem) + half - 0.05f, 0f), new(bowl * 0.45f, half, bowl), paint: 1, wall: 0.03f),
        ];
    }
}
