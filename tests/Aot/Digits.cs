using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Torchlight.Aot;

/// <summary>Ten classes of vectors that a small network can tell apart: a centre each, and noise.</summary>
internal static class Digits
{
    public const int Features = 64;
    public const int Classes = 10;

    /// <summary>Vectors (count, 64) and their classes (count).</summary>
    public static (Tensor Vectors, Tensor Labels) Draw(int count, long seed)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(11, CPU);
        var centres = randn([Classes, Features], generator: generator);
        generator.manual_seed(seed);
        var labels = randint(0, Classes, [count], dtype: int64, generator: generator);
        var vectors = centres.index_select(0, labels) + (randn([count, Features], generator: generator) * 0.5f);
        return (vectors.MoveToOuterDisposeScope(), labels.MoveToOuterDisposeScope());
    }

    /// <summary>How many of a hundred a network gets right.</summary>
    public static double Accuracy(nn.Module<Tensor, Tensor> network, Tensor vectors, Tensor labels)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        network.eval();
        return 100 * network.call(vectors).argmax(1).eq(labels).to_type(float32).mean().item<float>();
    }

    /// <summary>A network of one's own, whose layers stand in fields and are found there.</summary>
    public sealed class Network : nn.Module<Tensor, Tensor>
    {
        private readonly Linear first = nn.Linear(Features, 32);
        private readonly BatchNorm1d norm = nn.BatchNorm1d(32);
        private readonly Dropout dropout = nn.Dropout(0.1);
        private readonly Linear last = nn.Linear(32, Classes);

        public Network()
            : base("Network") => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            return last.call(dropout.call(nn.functional.relu(norm.call(first.call(input))))).MoveToOuterDisposeScope();
        }
    }
}
