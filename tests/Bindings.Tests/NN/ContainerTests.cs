using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.NN;

public class ContainerTests
{
    [Fact]
    public void ListsRenumber()
    {
        using var list = ModuleList(Linear(1, 1), Linear(2, 2));
        list.Insert(1, Linear(3, 3));
        Assert.Equal(["0", "1", "2"], list.named_children().Select(c => c.name));
        Assert.Equal(3, list[1].in_features);
        list.RemoveAt(0);
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias"], list.state_dict().Keys);
        Assert.Equal([3L, 2], list.Select(l => l.in_features));
    }

    [Fact]
    public void DictionariesKeepTheirOrder()
    {
        using var dictionary = ModuleDict<Module>(("z", ReLU()), ("a", Linear(1, 1)));
        dictionary["m"] = Linear(2, 2);
        Assert.Equal(["z", "a", "m"], dictionary.keys());
        Assert.True(dictionary.Remove("a"));
        Assert.Equal(["m.weight", "m.bias"], dictionary.state_dict().Keys);
        Assert.Throws<InvalidOperationException>(() => dictionary.Add("z", ReLU()));
    }

    [Fact]
    public void ParametersInContainersAreTheModules()
    {
        using var list = ParameterList(Parameter(zeros(1)), Parameter(zeros(2)));
        list.append(Parameter(zeros(3)));
        Assert.Equal(["0", "1", "2"], list.named_parameters().Select(p => p.name));
        using var dictionary = ParameterDict(("left", Parameter(zeros(1))), ("right", Parameter(zeros(2))));
        Assert.Equal([1L, 2], dictionary.parameters().Select(p => p.numel()));
        Assert.True(dictionary.has_parameter("right"));
    }

    [Fact]
    public void SequentialsAreSliced()
    {
        using var row = Sequential(Linear(1, 1), ReLU(), Linear(1, 2));
        using (var part = row[1..])
        {
            Assert.Equal(["1", "2"], part.named_children().Select(c => c.name));
            Assert.Equal("ReLU()", part[0].ToString());
        }

        Assert.IsType<Linear>(row[-1]);
        Assert.False(((Linear)row[2]).weight.IsInvalid);
        row.append(Flatten()).append("last", Identity());
        Assert.Equal(["0", "1", "2", "3", "last"], row.named_children().Select(c => c.name));
    }

    [Fact]
    public void RowsOfOtherTypesNameTheirModules()
    {
        using var pair = new Pair(Linear(2, 3), Linear(4, 3));
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias"], pair.named_parameters().Select(p => p.name));
        using var sum = pair.call(ones(1, 2), ones(1, 4));
        Assert.Equal([1L, 3], sum.shape);
        Assert.Equal(3, pair.append(ReLU()).Count);
        Assert.Throws<NotSupportedException>(() => pair[..1]);
    }

    [Fact]
    public void SequentialsAreBuiltInEveryWay()
    {
        var named = new List<(string, Module<Tensor, Tensor>)> { ("a", ReLU()), ("b", Tanh()) };
        Assert.Equal(2, Sequential(named).Count);
        Assert.Equal(2, Sequential(named.Select(n => Tuple.Create(n.Item1, n.Item2))).Count);
        Assert.Equal(2, Sequential(named.Select(n => n.Item2)).Count);
        Assert.Equal(1, Sequential(Tuple.Create("a", named[0].Item2)).Count);
        Assert.Equal(1, Sequential(("a", ReLU())).Count);
    }

    private sealed class Pair(params Module[] modules) : Sequential<Tensor, Tensor, Tensor>(modules)
    {
        public override Tensor forward(Tensor left, Tensor right) => ((Linear)this[0]).call(left) + ((Linear)this[1]).call(right);
    }
}
