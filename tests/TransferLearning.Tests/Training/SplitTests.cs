using Reporting;
using TransferLearning.Training;

namespace TransferLearning.Tests.Training;

public class SplitTests
{
    private static readonly string[] Classes = ["a", "b", "c"];

    // 40 of a, 10 of b, 3 of c.
    private static readonly int[] Labels = [.. Enumerable.Repeat(0, 40), .. Enumerable.Repeat(1, 10), .. Enumerable.Repeat(2, 3)];

    [Fact]
    public void Every_picture_is_in_one_part_and_one_only()
    {
        var split = Split.Stratified(Labels, Classes, 0.6, 0.2, 1);

        Assert.Equal(Enumerable.Range(0, Labels.Length), split.Train.Concat(split.Validation).Concat(split.Test).Order());
    }

    [Fact]
    public void Every_class_is_dealt_in_the_same_shares_and_to_every_part()
    {
        var split = Split.Stratified(Labels, Classes, 0.6, 0.2, 1);

        Assert.Equal((24, 8, 8), Count(split, 0));
        Assert.Equal((6, 2, 2), Count(split, 1));
        Assert.Equal((1, 1, 1), Count(split, 2));
    }

    [Fact]
    public void The_seed_decides()
    {
        var split = Split.Stratified(Labels, Classes, 0.6, 0.2, 1);

        Assert.Equal(split.Train, Split.Stratified(Labels, Classes, 0.6, 0.2, 1).Train);
        Assert.NotEqual(split.Train, Split.Stratified(Labels, Classes, 0.6, 0.2, 2).Train);
    }

    [Fact]
    public void A_class_of_two_pictures_is_refused_by_name()
    {
        var problem = Assert.Throws<DemoException>(() => Split.Stratified([0, 0, 0, 1, 1], ["a", "few"], 0.6, 0.2, 1));

        Assert.Contains("'few' has 2", problem.Message);
    }

    private static (int Train, int Validation, int Test) Count(Split split, int label) =>
        (split.Train.Count(i => Labels[i] == label), split.Validation.Count(i => Labels[i] == label), split.Test.Count(i => Labels[i] == label));
}
