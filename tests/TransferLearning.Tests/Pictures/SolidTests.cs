using System.Numerics;
using TransferLearning.Pictures;

namespace TransferLearning.Tests.Pictures;

public class SolidTests
{
    public static TheoryData<string> Forms { get; } = [.. Enum.GetNames<Form>()];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_step_by_the_distance_never_passes_through_the_surface(string form)
    {
        var dice = new Dice(1, Dice.Key(form));
        for (var i = 0; i < 300; i++)
        {
            var solid = Draw(form, dice);
            var point = solid.Centre + (Direction(dice) * (solid.Reach * dice.Range(0.2f, 2f)));
            var distance = solid.Distance(point);
            if (distance > 0f)
            {
                var landed = solid.Distance(point + (Direction(dice) * distance * 0.98f));
                Assert.True(landed > -0.03f, $"{form}: a step of {distance} from {point} lands {-landed} inside");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Nothing_of_a_solid_lies_beyond_its_reach_or_its_support(string form)
    {
        var dice = new Dice(2, Dice.Key(form));
        for (var i = 0; i < 40; i++)
        {
            var solid = Draw(form, dice);
            var direction = Direction(dice);
            var support = solid.Support(direction);
            var farthest = float.MinValue;
            for (var sample = 0; sample < 400; sample++)
            {
                var point = solid.Centre + (Direction(dice) * (solid.Reach * 1.3f * MathF.Cbrt(dice.Unit())));
                if (solid.Distance(point) < 0f)
                {
                    Assert.True((point - solid.Centre).Length() <= solid.Reach + 1e-3f, $"{form} reaches beyond its ball");
                    farthest = MathF.Max(farthest, Vector3.Dot(point, direction));
                }
            }

            Assert.True(farthest <= support + 2e-3f, $"{form} reaches to {farthest}, its support says {support}");
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_turned_and_scaled_solid_is_as_far_as_the_scale_says(string form)
    {
        var dice = new Dice(3, Dice.Key(form));
        var solid = Draw(form, dice);
        var turn = Quaternion.Normalize(new Quaternion(dice.Normal(), dice.Normal(), dice.Normal(), dice.Normal()));
        var offset = new Vector3(1f, 2f, 3f);
        var placed = solid.Placed(turn, 2f, offset);
        for (var i = 0; i < 50; i++)
        {
            var point = solid.Centre + (Direction(dice) * solid.Reach * 1.5f);
            var moved = (Vector3.Transform(point, turn) * 2f) + offset;
            Assert.Equal(2f * solid.Distance(point), placed.Distance(moved), 2e-3f);
        }
    }

    private static Solid Draw(string name, Dice dice)
    {
        var form = Enum.Parse<Form>(name);
        var size = form switch
        {
            Form.Ring => new Vector3(dice.Range(0.4f, 0.8f), dice.Range(0.05f, 0.2f), 0f),
            Form.Dome => new Vector3(dice.Range(0.4f, 0.8f), dice.Range(-0.2f, 0.2f), 0f),
            Form.Cog => new Vector3(dice.Range(0.4f, 0.8f), dice.Range(0.1f, 0.3f), 6 + dice.Below(6)),
            _ => new Vector3(dice.Range(0.3f, 0.8f), dice.Range(0.3f, 0.8f), dice.Range(0.3f, 0.8f)),
        };
        var turn = Quaternion.Normalize(new Quaternion(dice.Normal(), dice.Normal(), dice.Normal(), dice.Normal()));
        return new Solid(form, Direction(dice), size, turn, wall: 0.04f);
    }

    private static Vector3 Direction(Dice dice) => Vector3.Normalize(new Vector3(dice.Normal(), dice.Normal(), dice.Normal()));
}
