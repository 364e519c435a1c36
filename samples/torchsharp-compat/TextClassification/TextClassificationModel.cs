using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TextClassification;

/// <summary>The mean of a text's word embeddings, and a linear layer: words and where each text begins, to (N, classes) scores.</summary>
internal sealed class TextClassificationModel : Module<Tensor, Tensor, Tensor>
{
    private readonly EmbeddingBag embedding;
    private readonly Linear fc;

    public TextClassificationModel(long vocab_size, long embed_dim, long num_class)
        : base("TextClassification")
    {
        embedding = EmbeddingBag(vocab_size, embed_dim, sparse: false);
        fc = Linear(embed_dim, num_class);
        InitWeights();
        RegisterComponents();
    }

    public override Tensor forward(Tensor input, Tensor offsets) => fc.call(embedding.call(input, offsets));

    private void InitWeights()
    {
        const double initrange = 0.5;
        init.uniform_(embedding.weight!, -initrange, initrange);
        init.uniform_(fc.weight!, -initrange, initrange);
        init.zeros_(fc.bias!);
    }
}
