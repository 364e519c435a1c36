namespace Lightning.Tests.Core;

public sealed class SeedTests
{
    [Fact]
    public void The_same_seed_gives_the_same_numbers()
    {
        using var messages = new Messages();
        Assert.Equal(42, L.seed_everything(42));
        var first = torch.rand(4).data<float>().ToArray();
        Assert.Equal(42, L.seed_everything());
        Assert.Equal(first, torch.rand(4).data<float>().ToArray());
        Assert.Equal("Seed set to 42", messages.All[0].Text);
    }

    [Fact]
    public void A_negative_seed_is_an_error() => Assert.Throws<MisconfigurationException>(() => L.seed_everything(-1));

    [Fact]
    public void Freezing_and_unfreezing()
    {
        var model = new BoringModel();
        model.freeze();
        Assert.All(model.parameters(), parameter => Assert.False(parameter.requires_grad));
        Assert.False(model.training);
        model.unfreeze();
        Assert.All(model.parameters(), parameter => Assert.True(parameter.requires_grad));
        Assert.True(model.training);
    }
}
