using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.NN;

/// <summary>The methods of Python's containers.</summary>
public class ContainerMethodTests
{
    [Fact]
    public void RowsGrowAndShrinkByNumber()
    {
        var (a, b, c) = (Linear(1, 1), Tanh(), Linear(1, 1));
        var row = Sequential(("first", a));
        Assert.Same(row, row.extend([b]).insert(0, c));
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias"], row.state_dict().Keys);
        Assert.Same(b, row.pop(-1));
        Assert.Same(c, row.pop(0));
        Assert.Equal(["0.weight", "0.bias"], row.state_dict().Keys);
        Assert.Throws<ArgumentOutOfRangeException>(() => row.insert(3, b));
    }

    [Fact]
    public void ListsOfModulesInsertAndPop()
    {
        var (a, b) = (Linear(1, 1), ReLU());
        var list = ModuleList<Module>(a);
        list.insert(0, b);
        Assert.Equal(["1.weight", "1.bias"], list.state_dict().Keys);
        Assert.Same(a, list.pop());
        Assert.Same(b, list.pop(0));
        Assert.Empty(list.children());
    }

    [Fact]
    public void DictionariesPopAndUpdate()
    {
        var (a, b) = (Linear(1, 1), ReLU());
        var modules = ModuleDict<Module>(("x", a));
        modules.update([("y", a), ("x", b)]);
        Assert.Equal(["y.weight", "y.bias"], modules.state_dict().Keys);
        Assert.Same(b, modules.pop("x"));
        Assert.Throws<KeyNotFoundException>(() => modules.pop("x"));

        var (p, q) = (Parameter(ones(1)), Parameter(zeros(2)));
        var parameters = ParameterDict(("p", p));
        Assert.Same(q, parameters.setdefault("q", q));
        Assert.Same(p, parameters.setdefault("p", q));
        Assert.Null(parameters.get("r"));
        Assert.Same(q, parameters.get("r", q));
        var other = parameters.copy();
        Assert.Equal(("q", q), parameters.popitem());
        Assert.Same(p, parameters.pop("p"));
        Assert.Empty(parameters.parameters());
        Assert.Throws<InvalidOperationException>(() => parameters.popitem());
        Assert.Equal(["p", "q"], other.state_dict().Keys);
        other.update([("p", q)]);
        Assert.Same(q, other["p"]);
    }
}
