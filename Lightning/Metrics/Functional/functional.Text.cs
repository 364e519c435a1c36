namespace Lightning.Metrics;

// Metrics of text.
public static partial class functional
{
    /// <summary>The value of <see cref="Perplexity"/> over one batch, with the same arguments.</summary>
    public static Tensor perplexity(Tensor preds, Tensor target, long? ignore_index = null) =>
        Of(new Perplexity(ignore_index), preds, target);

    /// <summary>The value of <see cref="BLEUScore"/> over one batch, with the same arguments.</summary>
    public static Tensor bleu_score(
        IReadOnlyList<string> preds, IReadOnlyList<IReadOnlyList<string>> target, int n_gram = 4, bool smooth = false, double[]? weights = null) =>
        Of(new BLEUScore(n_gram, smooth, weights), preds, target);

    /// <summary>The value of <see cref="ROUGEScore"/> over one batch, with the same arguments.</summary>
    public static IReadOnlyDictionary<string, RougeValues> rouge_score(
        IReadOnlyList<string> preds, IReadOnlyList<IReadOnlyList<string>> target, string[]? rouge_keys = null, string accumulate = "best") =>
        Of(new ROUGEScore(rouge_keys, accumulate), preds, target);

    /// <summary>The value of <see cref="WordErrorRate"/> over one batch, with the same arguments.</summary>
    public static Tensor word_error_rate(IReadOnlyList<string> preds, IReadOnlyList<string> target) =>
        Of(new WordErrorRate(), preds, target);

    /// <summary>The value of <see cref="CharErrorRate"/> over one batch, with the same arguments.</summary>
    public static Tensor char_error_rate(IReadOnlyList<string> preds, IReadOnlyList<string> target) =>
        Of(new CharErrorRate(), preds, target);
}
