using TransferLearning.Training;

namespace TransferLearning.Tests.Training;

public class ScheduleTests
{
    [Fact]
    public void The_rate_rises_to_its_height_once_and_ends_at_nothing()
    {
        var heights = Enumerable.Range(0, 101).Select(i => TransferModel.Height(i / 100.0)).ToArray();

        Assert.True(heights[0] > 0, "the first step must learn something");
        Assert.Equal(1, heights.Max(), 2);
        Assert.Equal(15, Array.IndexOf(heights, heights.Max()));
        Assert.Equal(heights[..16].Order(), heights[..16]);
        Assert.Equal(heights[15..].OrderDescending(), heights[15..]);
        Assert.Equal(0, heights[^1], 6);
    }
}
