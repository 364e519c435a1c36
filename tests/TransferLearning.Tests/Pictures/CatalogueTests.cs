using System.Numerics;
using TransferLearning.Pictures;

namespace TransferLearning.Tests.Pictures;

public class CatalogueTests
{
    public static TheoryData<string> Names { get; } = [.. Catalogue.Source.Concat(Catalogue.Target).Select(category => category.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Things_stand_on_the_floor_in_view(string name)
    {
        var category = Catalogue.Source.Concat(Catalogue.Target).Single(one => one.Name == name);
        for (ulong number = 0; number < 8; number++)
        {
            var scene = Scene.Draw(category, new Dice(11, number));
            var thing = scene.Bodies[0];
            var sideways = Math.Abs(Vector3.Dot(Vector3.Normalize(thing.Centre - scene.Camera.Place), scene.Camera.Forward));

            Assert.Equal(1f, thing.Radius, 0.25f);
            Assert.True(sideways > 0.9f, "the camera looks past the thing");
            Assert.True(LowestPoint(thing) is > -0.01f and < 0.06f, $"{name} {number} stands at {LowestPoint(thing)}");
        }
    }

    // Falls from the floor upwards under the thing until something is hit.
    private static float LowestPoint(Body thing)
    {
        var lowest = float.MaxValue;
        for (var i = 0; i < 80 * 80; i++)
        {
            var x = thing.Centre.X + (thing.Radius * (((i % 80) / 39.5f) - 1f));
            var z = thing.Centre.Z + (thing.Radius * (((i / 80) / 39.5f) - 1f));
            for (var y = -0.1f; y < MathF.Min(lowest, 0.3f);)
            {
                var distance = thing.Distance(new Vector3(x, y, z));
                if (distance < 0.002f)
                {
                    lowest = y;
                    break;
                }

                y += distance;
            }
        }

        return lowest;
    }
}
