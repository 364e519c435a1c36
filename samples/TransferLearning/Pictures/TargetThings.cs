using System.Numerics;

namespace TransferLearning.Pictures;

/// <summary>How the things of the target classes are built; every call makes another one of its kind.</summary>
internal static class TargetThings
{
    public static IReadOnlyList<Solid> Chair(Dice dice)
    {
        var seat = dice.Range(0.36f, 0.5f);
        var height = dice.Range(0.36f, 0.48f);
        var back = dice.Range(0.42f, 0.6f);
        var leg = dice.Range(0.04f, 0.08f);
        var lean = Turns.X(-dice.Range(0.05f, 0.2f));
        var top = 2f * height;
        var solids = new List<Solid> { new(Form.Box, new(0f, top, 0f), new(seat, 0.06f, seat), edge: 0.02f) };
        for (var corner = 0; corner < 4; corner++)
        {
            var place = new Vector3((corner & 1) == 0 ? leg - seat : seat - leg, height, (corner & 2) == 0 ? leg - seat : seat - leg);
            solids.Add(new(Form.Box, place, new(leg, height, leg), paint: 1));
        }

        if (dice.Chance(0.5f))
        {
            solids.Add(new(Form.Box, new(0f, top + back, -seat), new(seat, back, 0.05f), lean, edge: 0.02f));
            return solids;
        }

        solids.Add(new(Form.Box, new(leg - seat, top + back, -seat), new(leg, back, leg), lean, paint: 1));
        solids.Add(new(Form.Box, new(seat - leg, top + back, -seat), new(leg, back, leg), lean, paint: 1));
        var slats = 2 + dice.Below(2);
        for (var slat = 0; slat < slats; slat++)
        {
            var y = back * (1.9f - (1.5f * slat / slats));
            solids.Add(new(Form.Box, new(0f, top + y, -seat - ((y - back) * 0.12f)), new(seat, 0.09f, 0.035f), lean));
        }

        return solids;
    }

    public static IReadOnlyList<Solid> Hammer(Dice dice)
    {
        var half = dice.Range(0.75f, 1f);
        var head = dice.Range(0.34f, 0.5f);
        var thick = dice.Range(0.12f, 0.2f);
        var top = 2f * half;
        var lying = Turns.Z(MathF.PI / 2f);
        var solids = new List<Solid>
        {
            new(Form.Frustum, new(0f, half, 0f), new(0.1f, half, 0.07f)),
            dice.Chance(0.5f)
                ? new(Form.Box, new(0f, top, 0f), new(head, thick, thick), edge: 0.02f, paint: 1)
                : new(Form.Frustum, new(0f, top, 0f), new(thick, head, thick), lying, edge: 0.02f, paint: 1),
        };
        if (dice.Chance(0.5f))
        {
            solids.Add(new(Form.Roof, new(-head, top, 0f), new(thick, dice.Range(0.25f, 0.4f), thick * 0.9f), lying, paint: 1));
        }

        return solids;
    }

    public static IReadOnlyList<Solid> Lamp(Dice dice)
    {
        var foot = dice.Range(0.3f, 0.45f);
        var pole = dice.Range(0.45f, 0.65f);
        var shade = dice.Range(0.45f, 0.62f);
        var half = dice.Range(0.24f, 0.36f);
        return
        [
            new(Form.Frustum, new(0f, 0.06f, 0f), new(foot, 0.06f, foot * 0.8f), paint: 1),
            dice.Chance(0.3f)
                ? new(Form.Ellipsoid, new(0f, pole * 0.6f, 0f), new(foot * 0.7f, pole * 0.55f, foot * 0.7f), paint: 1)
                : new(Form.Frustum, new(0f, pole, 0f), new(0.05f, pole, 0.05f), paint: 1),
            new(Form.Frustum, new(0f, pole, 0f), new(0.05f, pole, 0.05f), paint: 1),
            new(Form.Frustum, new(0f, (2f * pole) + (half * 0.6f), 0f), new(shade, half, shade * dice.Range(0.3f, 0.7f))),
        ];
    }

    public static IReadOnlyList<Solid> Mug(Dice dice)
    {
        var radius = dice.Range(0.48f, 0.62f);
        var half = dice.Range(0.48f, 0.75f);
        var handle = half * dice.Range(0.5f, 0.65f);
        var tube = dice.Range(0.07f, 0.11f);
        return
        [
            new(Form.Cup, new(0f, half, 0f), new(radius * dice.Range(0.8f, 1f), half, radius), wall: 0.035f),
            new(Form.Ring, new(radius + (handle * 0.45f), half, 0f), new(handle, tube, 0f), paint: dice.Below(2)),
        ];
    }

    public static IReadOnlyList<Solid> Mushroom(Dice dice)
    {
        var stem = dice.Range(0.35f, 0.6f);
        var foot = dice.Range(0.2f, 0.32f);
        var cap = dice.Range(0.55f, 0.85f);
        var arch = dice.Range(-0.2f, 0.3f) * cap;
        return
        [
            new(Form.Frustum, new(0f, stem, 0f), new(foot, stem, foot * 0.75f), edge: 0.03f),
            new(Form.Dome, new(0f, (2f * stem) - arch, 0f), new(cap, arch, 0f), paint: 1, wall: 0.07f),
            new(Form.Ellipsoid, new(0f, (2f * stem) + 0.06f, 0f), new(cap * 0.7f, 0.12f, cap * 0.7f), paint: 2),
        ];
    }

    public static IReadOnlyList<Solid> Rocket(Dice dice)
    {
        var radius = dice.Range(0.24f, 0.34f);
        var half = dice.Range(0.5f, 0.72f);
        var nose = dice.Range(0.2f, 0.38f);
        var fins = 3 + dice.Below(2);
        var reach = dice.Range(0.22f, 0.34f);
        var tall = dice.Range(0.22f, 0.36f);
        var solids = new List<Solid>
        {
            new(Form.Frustum, new(0f, 0.3f + half, 0f), new(radius, half, radius * dice.Range(0.85f, 1f))),
            new(Form.Frustum, new(0f, 0.3f + (2f * half) + nose, 0f), new(radius * 0.95f, nose, 0.02f), paint: 1),
            new(Form.Frustum, new(0f, 0.2f, 0f), new(radius * 0.9f, 0.12f, radius * 0.6f), paint: 2),
        };
        for (var fin = 0; fin < fins; fin++)
        {
            var turn = Turns.Y(MathF.Tau * fin / fins);
            var place = Vector3.Transform(new Vector3(radius + (reach * 0.4f), 0.3f + (tall * 0.4f), 0f), turn);
            solids.Add(new(Form.Box, place, new(reach, tall, 0.035f), turn * Turns.Z(-0.35f), paint: 1));
        }

        return solids;
    }
}
