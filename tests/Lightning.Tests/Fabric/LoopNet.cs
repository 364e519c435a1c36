using TorchSharp.Modules;

namespace Lightning.Tests;

/// <summary>The network of the tests with a loop of their own: two layers, dropout, a buffer; another method beside forward.</summary>
internal sealed class LoopNet : torch.nn.Module<Tensor, Tensor>
{
    internal readonly Linear inner = torch.nn.Linear(32, 16);
    internal readonly BatchNorm1d norm = torch.nn.BatchNorm1d(16);
    internal readonly Linear outer = torch.nn.Linear(16, 1);

    internal LoopNet()
        : base(nameof(LoopNet)) => RegisterComponents();

    public override Tensor forward(Tensor input) => outer.call(torch.nn.functional.dropout(encode(input), 0.25, training));

    internal Tensor encode(Tensor input) => torch.tanh(norm.call(inner.call(input)));

    internal static LoopNet Seeded(int seed = 3)
    {
        torch.manual_seed(seed);
        return new LoopNet();
    }

    internal double[] Weights() => [.. state_dict().Values.SelectMany(tensor => tensor.detach().to(ScalarType.Float64).flatten().data<double>().ToArray())];

    internal static Tensor Loss(Tensor output) => torch.nn.functional.mse_loss(output, torch.ones_like(output));
}
