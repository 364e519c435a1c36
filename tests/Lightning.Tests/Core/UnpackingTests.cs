namespace Lightning.Tests.Core;

/// <summary>Lists come apart as in Python, and say so where the numbers differ.</summary>
public sealed class UnpackingTests
{
    [Fact]
    public void Lists_of_two_and_three_come_apart()
    {
        var (first, second) = (string[])["a", "b"];
        var (one, two, three) = (IReadOnlyList<int>)[1, 2, 3];

        Assert.Equal("ab", first + second);
        Assert.Equal(123, (100 * one) + (10 * two) + three);
    }

    [Fact]
    public void Another_number_of_items_is_an_error()
    {
        IReadOnlyList<int> list = [1, 2, 3];

        Assert.StartsWith("A list of 3 cannot be unpacked into 2 variables.", Assert.Throws<ArgumentException>(() => list.Deconstruct(out _, out _)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ((int[])[1]).Deconstruct(out _, out _, out _));
    }
}
