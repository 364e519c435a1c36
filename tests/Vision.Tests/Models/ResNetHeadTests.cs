using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torchvision;

namespace TorchSharp.Models.Tests;

/// <summary>What transfer learning does with a residual network.</summary>
public class ResNetHeadTests
{
    [Fact]
    public void ReplacedHeadKeepsItsName()
    {
        using var scope = NewDisposeScope();
        using var network = models.resnet18();
        var replaced = (Linear)network.fc;

        network.fc = nn.Linear(network.num_features, 5);

        Assert.Equal([5L, 512L], network.state_dict()["fc.weight"].shape);
        Assert.Equal("fc.bias", network.named_parameters().Last().name);
        Assert.Equal([2L, 5L], network.call(torch.zeros(2, 3, 32, 32)).shape);
        Assert.Throws<ObjectDisposedException>(() => replaced.call(torch.zeros(1, 512)));
    }

    [Fact]
    public void ReplaceFcMakesAFreshLayer()
    {
        using var network = models.resnet50();
        var head = network.replace_fc(7);
        Assert.Same(head, network.fc);
        Assert.Equal(2048, head.in_features);
        Assert.Equal(7, head.out_features);
    }

    [Fact]
    public void FrozenBackboneGetsNoGradients()
    {
        using var scope = NewDisposeScope();
        using var network = models.resnet18(num_classes: 3);
        network.freeze_backbone();
        network.call(torch.ones(2, 3, 32, 32)).sum().backward();

        Assert.All(network.backbone_parameters(), parameter => Assert.Null(parameter.grad));
        Assert.All(network.fc.parameters(), parameter => Assert.NotNull(parameter.grad));

        network.unfreeze_backbone();
        Assert.All(network.parameters(), parameter => Assert.True(parameter.requires_grad));
    }

    [Fact]
    public void FeaturesComeBeforeTheHead()
    {
        using var scope = NewDisposeScope();
        using var network = models.resnet18(num_classes: 3);
        network.eval();
        using var _ = no_grad();
        var pictures = torch.rand(2, 3, 40, 40);
        var features = network.forward_features(pictures);
        Assert.Equal([2L, 512L], features.shape);
        Assert.True(network.fc.call(features).allclose(network.call(pictures)));
    }

    [Fact]
    public void OtherNormalizationsMayBeAskedFor()
    {
        using var scope = NewDisposeScope();
        using var network = models.resnet18(num_classes: 2, norm_layer: channels => nn.GroupNorm(8, channels));
        Assert.False(network.has_buffer("bn1.running_mean"));
        Assert.Equal([1L, 2L], network.call(torch.zeros(1, 3, 32, 32)).shape);
    }

    [Fact]
    public void BasicBlocksRefuseGroups() => Assert.Throws<ArgumentException>(() => models.resnet18(groups: 2));

    [Fact]
    public void ForwardLeavesNothingBehind()
    {
        using var network = models.resnet18(num_classes: 4);
        network.eval();
        using var pictures = torch.zeros(1, 3, 32, 32);
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        using var result = network.call(pictures);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void HooksMayKeepWhatTheySee()
    {
        using var scope = NewDisposeScope();
        using var network = models.resnet18(num_classes: 4);
        var kept = new List<Tensor>();
        var last = (Sequential)network.get_submodule("layer4");
        last[1].register_forward_hook((_, input, output) =>
        {
            kept.Add(input);
            kept.Add(output);
            return output;
        });

        network.call(torch.rand(2, 3, 64, 64)).sum().backward();

        Assert.Equal([2L, 512L, 2L, 2L], kept[0].shape);
        Assert.Equal([2L, 512L, 2L, 2L], kept[1].shape);
    }
}
