namespace Lightning.Metrics;

/// <summary>
/// How many runs of one to n words of a translation occur in its references, with a penalty for what is too short (Papineni et al. 2002). Python:
/// <c>torchmetrics.text.BLEUScore</c>.
/// </summary>
/// <remarks>Over the whole corpus. 0 where no run of some length occurs, unless smoothed. Counted on the host, where text is; words are apart by white space.</remarks>
public sealed class BLEUScore : Metric<IReadOnlyList<string>, IReadOnlyList<IReadOnlyList<string>>, Tensor>
{
    private readonly int _n;
    private readonly bool _smooth;
    private readonly double[] _weights;

    /// <summary>Makes the metric; <c>update(preds, target)</c> takes texts, and for each a list of references.</summary>
    /// <param name="n_gram">The longest run of words. Default 4.</param>
    /// <param name="smooth">Whether one is added to the counts of runs of more than one word (Lin and Och 2004). Default false.</param>
    /// <param name="weights">A weight for each length; null (the default) for the same.</param>
    /// <exception cref="ArgumentException">There is no length, or not one weight for each.</exception>
    public BLEUScore(int n_gram = 4, bool smooth = false, double[]? weights = null)
        : base(nameof(BLEUScore))
    {
        _n = n_gram > 0 ? n_gram : throw new ArgumentOutOfRangeException(nameof(n_gram), n_gram, "n_gram is at least 1.");
        _smooth = smooth;
        _weights = weights ?? [.. Enumerable.Repeat(1.0 / n_gram, n_gram)];
        if (_weights.Length != n_gram)
        {
            throw new ArgumentException($"weights has {_weights.Length} numbers for n_gram: {n_gram}; one for each length is needed.", nameof(weights));
        }

        add_state("preds_len", 0, "sum");
        add_state("target_len", 0, "sum");
        add_state("numerator", 0, "sum", [n_gram]);
        add_state("denominator", 0, "sum", [n_gram]);
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => true;

    /// <inheritdoc/>
    protected override void Update(IReadOnlyList<string> preds, IReadOnlyList<IReadOnlyList<string>> target)
    {
        TextInput.SameCount(preds, target, nameof(BLEUScore));
        var (found, all) = (new double[_n], new double[_n]);
        var (length, closest) = (0.0, 0.0);
        for (var i = 0; i < preds.Count; i++)
        {
            var words = TextInput.Words(preds[i]);
            var references = target[i].Select(TextInput.Words).ToList();
            if (references.Count == 0)
            {
                throw new ArgumentException($"BLEUScore needs a reference for each text; number {i} has none.", nameof(target));
            }

            length += words.Length;
            closest += references.MinBy(reference => (Math.Abs(reference.Length - words.Length), reference.Length))!.Length;
            for (var n = 1; n <= _n; n++)
            {
                // A run counts at most as often as in the reference that has it most.
                var most = new Dictionary<string, long>(StringComparer.Ordinal);
                foreach (var (gram, count) in references.SelectMany(reference => TextInput.Grams(reference, n)))
                {
                    most[gram] = Math.Max(most.GetValueOrDefault(gram), count);
                }

                var own = TextInput.Grams(words, n);
                found[n - 1] += own.Sum(gram => Math.Min(gram.Value, most.GetValueOrDefault(gram.Key)));
                all[n - 1] += own.Values.Sum();
            }
        }

        Add("preds_len", torch.tensor(length, dtype: ScalarType.Float64).to(device));
        Add("target_len", torch.tensor(closest, dtype: ScalarType.Float64).to(device));
        Add("numerator", torch.tensor(found, dtype: ScalarType.Float64).to(device));
        Add("denominator", torch.tensor(all, dtype: ScalarType.Float64).to(device));
    }

    /// <inheritdoc/>
    protected override Tensor Compute()
    {
        var (found, all) = (Get("numerator"), Get("denominator"));
        var precision = Counting.Divide(found, all);
        if (_smooth)
        {
            // The first length stays as it is.
            var more = torch.ones_like(found);
            more[0] = 0.0;
            precision = Counting.Divide(found.add(more), all.add(more));
        }

        var weights = torch.tensor(_weights, dtype: ScalarType.Float64).to(device);
        var mean = precision.log().mul(weights).sum().exp();
        var (length, closest) = (Get("preds_len"), Get("target_len"));
        var penalty = torch.where(length.gt(closest), torch.ones_like(mean), closest.div(length).neg().add(1).exp());

        // Without a run of some length the product is zero; smoothed, without any word in common.
        var nothing = (_smooth ? found.max() : found.min()).eq(0);
        return Result(torch.where(nothing, torch.zeros_like(mean), penalty.mul(mean)));
    }
}
