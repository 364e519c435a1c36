using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.NN.Golden;

/// <summary>What a golden case runs: a module, whose state is set and compared as well, or a function.</summary>
internal sealed record Subject(nn.Module? Module, Func<Tensor[], Tensor> Run)
{
    public static implicit operator Subject(nn.Module<Tensor, Tensor> module) => new(module, x => module.call(x[0]));

    public static implicit operator Subject(nn.Module<Tensor, Tensor, Tensor> module) => new(module, x => module.call(x[0], x[1]));

    public static Subject Of(Func<Tensor, Tensor> function) => new(null, x => function(x[0]));

    public static Subject Of(Func<Tensor, Tensor, Tensor> function) => new(null, x => function(x[0], x[1]));

    public static Subject Of(Func<Tensor, Tensor, Tensor, Tensor> function) => new(null, x => function(x[0], x[1], x[2]));

    public static Subject Of(Func<Tensor, Tensor, Tensor, Tensor, Tensor> function) => new(null, x => function(x[0], x[1], x[2], x[3]));
}
