using System.Numerics;

namespace TransferLearning.Pictures;

/// <summary>All that a picture shows: the thing and the clutter around it, floor, wall, lamp and camera.</summary>
internal sealed record Scene(Body[] Bodies, Camera Camera, Lamp Lamp, Paint Floor, Paint Wall, float WallDepth)
{
    /// <summary>Draws a scene around one thing of the category, in any pose.</summary>
    public static Scene Draw(Category category, Dice dice)
    {
        var thing = Thing(category, dice);
        var camera = Camera.Draw(thing, dice);
        var bodies = new List<Body> { thing };
        var clutter = dice.Below(4);
        for (var i = 0; i < clutter; i++)
        {
            bodies.Add(Clutter(camera, dice));
        }

        return new Scene([.. bodies], camera, Lamp.Draw(camera, dice), Surface(dice), Surface(dice), dice.Range(2f, 6f));
    }

    /// <summary>A thing of the category, scaled into a ball of radius 1, turned, tilted a little, set on the floor.</summary>
    private static Body Thing(Category category, Dice dice)
    {
        var solids = category.Build(dice);
        Paint[] paints = [Paint.Draw(dice, category.Usual), Paint.Draw(dice, category.Usual), Paint.Draw(dice, category.Usual)];
        var whole = new Body(solids, paints);
        var turn = Turns.Y(dice.Angle()) * Turns.X(dice.Normal() * 0.06f) * Turns.Z(dice.Normal() * 0.06f);
        var scale = 1f / whole.Radius;
        var placed = solids.Select(solid => solid.Placed(turn, scale, Vector3.Zero)).ToList();
        var lift = placed.Max(solid => solid.Support(-Vector3.UnitY));
        return new Body([.. placed.Select(solid => solid.Placed(Quaternion.Identity, 1f, new Vector3(0f, lift, 0f)))], paints);
    }

    private static Body Clutter(Camera camera, Dice dice)
    {
        var size = dice.Range(0.12f, 0.35f);
        var form = (Form)dice.Below((int)Form.Capsule + 1);
        var half = new Vector3(size, size * dice.Range(0.4f, 1.5f), size * dice.Range(0.5f, 1.2f));
        var away = dice.Range(0.3f, 3f);
        var side = dice.Range(0.8f, 2f) * (dice.Chance(0.5f) ? 1f : -1f);
        var ahead = Vector3.Normalize(camera.Forward with { Y = 0f });
        var right = new Vector3(-ahead.Z, 0f, ahead.X);
        var place = (ahead * away) + (right * side) + new Vector3(0f, half.Y * 0.95f, 0f);
        return new Body([new(form, place, half, Turns.Y(dice.Angle()), edge: 0.02f)], [Paint.Draw(dice)]);
    }

    // Floors and walls: larger patterns of less contrast than things wear.
    private static Paint Surface(Dice dice)
    {
        var paint = Paint.Draw(dice);
        return paint with { Scale = dice.Range(0.6f, 3f), Second = Vector3.Lerp(paint.First, paint.Second, dice.Range(0.15f, 0.7f)) };
    }
}
