using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bindings.Tests.Jit.Traced;

/// <summary>Words through two layers of LSTM, both ways, to a class by the last step.</summary>
internal sealed class SequenceClassifier : nn.Module<Tensor, Tensor>
{
    private readonly Embedding embedding = nn.Embedding(50, 12);
    private readonly LSTM lstm = nn.LSTM(12, 10, numLayers: 2, batchFirst: true, bidirectional: true);
    private readonly Linear head = nn.Linear(20, 4);

    public SequenceClassifier()
        : base(nameof(SequenceClassifier)) => RegisterComponents();

    public override Tensor forward(Tensor input)
    {
        var (steps, _, _) = lstm.call(embedding.call(input));
        return nn.functional.log_softmax(head.call(steps[TensorIndex.Colon, -1]), 1);
    }
}
