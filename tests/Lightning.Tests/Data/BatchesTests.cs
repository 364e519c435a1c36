namespace Lightning.Tests.Data;

public sealed class BatchesTests
{
    [Fact]
    public void One_is_one_batch_and_one_point_zero_is_all()
    {
        Batches one = 1;
        Batches all = 1.0;
        Assert.Equal(1, one.Of(10, "x"));
        Assert.Equal(10, all.Of(10, "x"));
        Assert.Null(all.Of(null, "x"));
        Assert.Equal(1, one.Of(null, "x"));
    }

    [Theory]
    [InlineData(0.5, 9, 4)]
    [InlineData(0.99, 10, 9)]
    [InlineData(0.1, 10, 1)]
    public void Fractions_are_floored(double fraction, long size, long expected) => Assert.Equal(expected, ((Batches)fraction).Of(size, "x"));

    [Theory]
    [InlineData("00:12:00:30", 43230)]
    [InlineData("01:00:00:00", 86400)]
    public void Durations(string text, double seconds) => Assert.Equal(seconds, ((Duration)text).Value.TotalSeconds);

    [Theory]
    [InlineData("12:00")]
    [InlineData("0:25:00:00")]
    [InlineData("a:b:c:d")]
    public void Durations_of_another_form(string text) => Assert.Throws<MisconfigurationException>(() => (Duration)text);

    [Fact]
    public void A_batch_moves_by_its_structure()
    {
        var x = torch.ones(2, ScalarType.Float32);
        var y = torch.ones(2, ScalarType.Int64);
        var (a, b) = BatchTransfer.To((x, y), torch.CPU, ScalarType.Float64);
        Assert.Equal(ScalarType.Float64, a.dtype);
        Assert.Same(y, b);

        var named = BatchTransfer.To(new Dictionary<string, object?> { ["x"] = x, ["n"] = 3, ["list"] = new List<Tensor> { x } }, torch.CPU, ScalarType.Float64);
        Assert.Equal(ScalarType.Float64, ((Tensor)named["x"]!).dtype);
        Assert.Equal(ScalarType.Float64, ((List<Tensor>)named["list"]!)[0].dtype);
        Assert.Equal(3, named["n"]);
    }

    [Fact]
    public void A_type_of_ones_own_is_an_error_until_it_is_taught()
    {
        var pair = new Pair(torch.ones(1), "a");
        Assert.Same(pair, BatchTransfer.To(pair, torch.CPU));
        Assert.Contains("Register", Assert.Throws<MisconfigurationException>(() => BatchTransfer.To((torch.ones(1), "a"), torch.CPU, ScalarType.Float64)).Message, StringComparison.Ordinal);

        BatchTransfer.Register<Pair>((batch, apply) => new Pair(apply(batch.X), batch.Name));
        Assert.Equal(ScalarType.Float64, BatchTransfer.To(pair, torch.CPU, ScalarType.Float64).X.dtype);
    }

    private sealed record Pair(Tensor X, string Name);
}
