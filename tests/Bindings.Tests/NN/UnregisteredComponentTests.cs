using TorchSharp;
using TorchSharp.Modules;

namespace Bindings.Tests.NN;

/// <summary>A module can say which of its fields nobody registered.</summary>
public class UnregisteredComponentTests
{
    [Fact]
    public void Fields_with_parameters_that_nothing_reaches_are_named()
    {
        using var module = new Holder();
        Assert.Equal(["layer", "scale"], module.Hidden);

        module.Register("layer");
        Assert.Equal(["scale"], module.Hidden);

        module.RegisterAll();
        Assert.Empty(module.Hidden);
    }

    [Fact]
    public void A_component_under_another_name_or_deeper_down_is_reached()
    {
        using var module = new Holder();
        module.Register("other");
        Assert.Equal(["scale"], module.Hidden);

        using var outer = new Outer(module);
        Assert.Empty(outer.Hidden);
    }

    private sealed class Holder() : torch.nn.Module<torch.Tensor, torch.Tensor>("Holder")
    {
        internal readonly Linear layer = torch.nn.Linear(2, 3);
        private readonly Parameter scale = new(torch.ones(3));

        // Neither has anything to train.
        private readonly torch.nn.Module<torch.Tensor, torch.Tensor> dropout = torch.nn.Dropout();
        private readonly torch.Tensor table = torch.zeros(3);

        internal IReadOnlyList<string> Hidden => UnregisteredComponents();

        internal void Register(string name) => register_module(name, layer);

        internal void RegisterAll() => RegisterComponents();

        public override torch.Tensor forward(torch.Tensor input) => (dropout.call(layer.call(input)) * scale) + table;
    }

    private sealed class Outer : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        private readonly Holder holder;
        private readonly Linear shortcut;

        internal Outer(Holder holder)
            : base("Outer")
        {
            this.holder = holder;
            shortcut = holder.layer;
            register_module("holder", holder);
        }

        internal IReadOnlyList<string> Hidden => UnregisteredComponents();

        public override torch.Tensor forward(torch.Tensor input) => holder.call(input) + shortcut.call(input);
    }
}
