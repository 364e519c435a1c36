using Bindings.Tests.Jit.Traced;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Jit;

/// <summary>Models that were traced here run in Python, at the batch size of the trace and at others.</summary>
public class TracedModelTests
{
    [PythonFact]
    public void Residual_network()
    {
        using var net = new ResidualNetwork();
        Settle(net, () => net.call(randn(4, 3, 32, 32)));
        TracedInPython.Check(net, randn(2, 3, 32, 32), randn(5, 3, 32, 32), randn(1, 3, 48, 40));
    }

    [PythonFact]
    public void Depthwise_separable_network()
    {
        using var net = new SeparableNetwork();
        Settle(net, () => net.call(randn(4, 3, 32, 32)));
        TracedInPython.Check(net, randn(1, 3, 32, 32), randn(3, 3, 32, 32), randn(2, 3, 24, 36));
    }

    [PythonFact]
    public void Feature_pyramid()
    {
        using var net = new PyramidNetwork();
        Settle(net, () => net.call(randn(4, 3, 32, 32)));
        TracedInPython.Check(
            net, given => jit.trace(net, given[0], strict: false), given => [.. net.call(given[0]).Values],
            [randn(2, 3, 32, 32)], [randn(3, 3, 32, 32)], [randn(1, 3, 30, 46)]);
    }

    [PythonFact]
    public void Recurrent_classifier()
    {
        using var net = new SequenceClassifier();
        net.eval();
        TracedInPython.Check(net, randint(50, [2, 6]), randint(50, [5, 6]), randint(50, [3, 11]));
    }

    [PythonFact]
    public void Transformer_encoder()
    {
        using var net = new SentenceEncoder();
        net.eval();
        TracedInPython.Check(
            net, given => jit.trace(net, given[0], given[1]), given => [net.call(given[0], given[1])], Sentence(2, 6), Sentence(4, 6), Sentence(3, 24));
    }

    [PythonFact]
    public void Network_over_raw_sound()
    {
        using var net = new SoundNetwork();
        net.eval();
        TracedInPython.Check(net, randn(2, 400), randn(7, 400), randn(1, 333));
    }

    private static Tensor[] Sentence(long batch, long length)
    {
        Tensor padding = zeros(batch, length, @bool);
        padding[0, -1] = true;
        return [randint(60, [batch, length]), padding];
    }

    // Statistics that are not those of a new layer.
    private static void Settle(nn.Module net, Action step)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable unrecorded = no_grad();
        step();
        net.eval();
    }
}
