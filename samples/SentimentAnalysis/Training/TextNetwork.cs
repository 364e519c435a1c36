using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SentimentAnalysis.Training;

/// <summary>
/// Two views of a text, whose scores are averaged: convolutions over the vectors of its words in order, of which each filter keeps its strongest answer
/// (Kim, 2014); and the weights of the n-grams that it has, in whatever order.
/// </summary>
internal sealed class TextNetwork : Module<Tensor, Tensor, Tensor>
{
    private const double NgramDropout = 0.3;
    private const double Dropout = 0.5;
    private const int Filters = 100;

    // So much of the evidence of the n-grams counts at the start: words that go together say the same thing twice.
    private const double Trust = 0.2;

    private static readonly int[] Widths = [3, 4, 5];

    private readonly Embedding embedding;
    private readonly ModuleList<Conv1d> convolutions;
    private readonly Linear head;
    private readonly EmbeddingBag? ngrams;

    /// <param name="vectors">A vector for each word, shape [words, dimension], that of the padding all zeros; taken over.</param>
    /// <param name="evidence">What each n-gram says of each class, shape [n-grams, classes], or null for no such view.</param>
    /// <param name="classes">How many classes there are.</param>
    public TextNetwork(Tensor vectors, Tensor? evidence, int classes)
        : base(nameof(TextNetwork))
    {
        embedding = Embedding_from_pretrained(vectors, freeze: false, padding_idx: TextEncoder.Padding);
        convolutions = ModuleList([.. Widths.Select(width => Conv1d(embedding.weight.shape[1], Filters, width, padding: width - 1L))]);
        head = Linear(Widths.Length * Filters, classes);
        ngrams = evidence is null
            ? null
            : EmbeddingBag_from_pretrained(evidence * Trust, freeze: false, mode: EmbeddingBagMode.Sum, padding_index: TextEncoder.Padding);
        RegisterComponents();
    }

    /// <summary>The n-grams' weights, shape [n-grams, classes]; null where they have no view.</summary>
    public Parameter? NgramWeights => ngrams?.weight;

    /// <summary>All other parameters.</summary>
    public IEnumerable<Parameter> WordParameters => parameters().Where(parameter => !ReferenceEquals(parameter, NgramWeights));

    /// <summary>Scores the classes.</summary>
    /// <param name="words">Shape [texts, words].</param>
    /// <param name="runs">The n-grams, shape [texts, n-grams].</param>
    /// <returns>Shape [texts, classes].</returns>
    public override Tensor forward(Tensor words, Tensor runs)
    {
        using var scope = NewDisposeScope();
        var scores = ScoreWords(words);
        return (ngrams is null ? scores : Average(scores, ScoreNgrams(runs))).MoveToOuterDisposeScope();
    }

    /// <summary>The first view's scores.</summary>
    /// <param name="words">Shape [texts, words].</param>
    /// <returns>Shape [texts, classes].</returns>
    public Tensor ScoreWords(Tensor words)
    {
        using var scope = NewDisposeScope();
        var vectors = functional.dropout(embedding.call(words), Dropout, training).transpose(1, 2);
        var lengths = words.ne(TextEncoder.Padding).sum(1, keepdim: true);
        var strongest = cat([.. convolutions.Zip(Widths, (layer, width) => Strongest(functional.relu(layer.call(vectors)), lengths + (width - 1)))], 1);
        return head.call(functional.dropout(strongest, Dropout, training)).MoveToOuterDisposeScope();
    }

    /// <summary>Both views' scores as one.</summary>
    public static Tensor Average(Tensor words, Tensor runs) => (words + runs) / 2;

    /// <summary>The second view's scores, for a network that has one.</summary>
    /// <param name="runs">The n-grams, shape [texts, n-grams].</param>
    /// <returns>Shape [texts, classes].</returns>
    public Tensor ScoreNgrams(Tensor runs)
    {
        // Leaving n-grams out at random keeps a few of them from being learnt by heart.
        using var kept = functional.dropout(ones(runs.shape, device: runs.device), NgramDropout, training);
        return ngrams!.call(runs, null, kept);
    }

    // Each filter's strongest answer, of those that see a word: what a text is filled up with must not change its score.
    private static Tensor Strongest(Tensor answers, Tensor seeing)
    {
        var places = arange(answers.shape[2], dtype: ScalarType.Int64, device: answers.device);
        return (answers * places.lt(seeing).unsqueeze(1).to(answers.dtype)).amax([2]);
    }
}
