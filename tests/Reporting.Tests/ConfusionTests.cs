
namespace Reporting.Tests;

public class ConfusionTests
{
    [Fact]
    public void Shares_follow_from_the_counts()
    {
        var confusion = new Confusion(["a", "b"]);
        foreach (var (truth, guess) in new[] { (0, 0), (0, 0), (0, 1), (1, 1), (1, 1) })
        {
            confusion.Add(truth, guess);
        }

        Assert.Equal(5, confusion.Total);
        Assert.Equal(0.8, confusion.Accuracy, 9);
        Assert.Equal(2 / 3.0, confusion.Recall(0), 9);
        Assert.Equal(1.0, confusion.Recall(1), 9);
        Assert.Equal(1.0, confusion.Precision(0), 9);
        Assert.Equal(2 / 3.0, confusion.Precision(1), 9);
        Assert.Equal((3, 2), (confusion.Seen(0), confusion.Seen(1)));
        Assert.Equal(1, confusion[0, 1]);
    }

    [Fact]
    public void Nothing_seen_is_no_division_by_zero()
    {
        var confusion = new Confusion(["a", "b"]);

        Assert.Equal((0.0, 0.0, 0.0), (confusion.Accuracy, confusion.Recall(0), confusion.Precision(1)));
    }
}
