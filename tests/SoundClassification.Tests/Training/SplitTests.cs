using Reporting;
using SoundClassification.Training;

namespace SoundClassification.Tests.Training;

public class SplitTests
{
    private static readonly string[] Classes = ["a", "b"];

    // 40 of a, 10 of b.
    private static readonly int[] Labels = [.. Enumerable.Repeat(0, 40), .. Enumerable.Repeat(1, 10)];

    [Fact]
    public void Every_sound_is_in_one_part_and_one_only_and_the_seed_decides()
    {
        var split = Split.Deal(Labels, null, Classes, 1);

        Assert.Equal(Enumerable.Range(0, 50), split.Train.Concat(split.Validation).Concat(split.Test).Order());
        Assert.Equal((8, 3), (split.Test.Count(i => Labels[i] == 0), split.Validation.Count(i => Labels[i] == 0)));
        Assert.Equal((2, 1), (split.Test.Count(i => Labels[i] == 1), split.Validation.Count(i => Labels[i] == 1)));
        Assert.Equal(split.Train, Split.Deal(Labels, null, Classes, 1).Train);
        Assert.NotEqual(split.Train, Split.Deal(Labels, null, Classes, 2).Train);
    }

    [Fact]
    public void Numbers_in_names_decide_the_test_as_its_makers_have_it()
    {
        int[] indices = [.. Enumerable.Range(0, 40), .. Enumerable.Range(0, 10)];

        var split = Split.Deal(Labels, indices, Classes, 1);

        Assert.Equal([0, 1, 2, 3, 4, 40, 41, 42, 43, 44], split.Test);
        Assert.DoesNotContain(split.Train, i => indices[i] <= 4);
        Assert.DoesNotContain(split.Validation, i => indices[i] <= 4);
    }

    [Fact]
    public void A_class_of_too_few_sounds_is_refused_by_name()
    {
        Assert.Contains("'b' has 2", Assert.Throws<DemoException>(() => Split.Deal([0, 0, 0, 1, 1], null, Classes, 1)).Message);
        Assert.Contains("'b' has 3 sound(s), 0 of them to test", Assert.Throws<DemoException>(
            () => Split.Deal([0, 0, 0, 1, 1, 1], [0, 7, 8, 7, 8, 9], Classes, 1)).Message);
        Assert.Equal(1, Split.Deal([0, 0, 0, 1, 1, 1], null, Classes, 1).Test.Count(i => i > 2));
    }
}
