using Torchlight.ApiReport.Callers;
using Torchlight.ApiReport.Lists;

namespace ApiReport.Tests.Callers;

public class NamePresenceTests
{
    private static readonly NamePresence Presence = new(new Judge(Fixture.References, Fixture.Lists()));

    [Theory]
    [InlineData("torch", "renamed", "static method", true)]
    [InlineData("torch", "hidden", "static method", false)]
    [InlineData("torch", "absent", "static method", false)]
    [InlineData("torch", "pi", "const", true)]
    [InlineData("torch", "renamed", "static property", false)]
    [InlineData("torch.Tensor", "size", "method", true)]
    [InlineData("torch.Tensor", "size", "static method", false)]
    [InlineData("torch.Tensor", "moved", "method", true)]
    [InlineData("torch.nn.Module", "moved", "method", false)]
    [InlineData("torch.Tensor", "ndim", "property", true)]
    [InlineData("torch.Tensor", "Item", "indexer", true)]
    [InlineData("torch.nn.Module", "Item", "indexer", false)]
    [InlineData("torch.Tensor", "op_Addition", "operator", true)]
    [InlineData("torch.Tensor", "op_Division", "operator", false)]
    [InlineData("TorchSharp.Modules.Linear", "Dispose", "protected method", true)]
    [InlineData("TorchSharp.Modules.Linear", "Linear", "class", true)]
    [InlineData("TorchSharp.Modules.Absent", "Absent", "class", false)]
    [InlineData("TorchSharp.Modules.Unlisted", "forward", "method", false)]
    public void A_name_is_there_or_not(string type, string member, string kind, bool there) =>
        Assert.Equal(there, Presence.Has(new ListedName("", type, member, kind)));
}
