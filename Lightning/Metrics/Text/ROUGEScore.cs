using System.Globalization;

namespace Lightning.Metrics;

/// <summary>
/// What a summary has in common with its references (Lin 2004): runs of n words ("rouge1", "rouge2" and so on) or the longest common subsequence ("rougeL"). Python:
/// <c>torchmetrics.text.ROUGEScore</c>.
/// </summary>
/// <remarks>
/// Texts are made lower case and split at all but letters and digits; without stemming. The values are means over the summaries. Counted on the host, where text is.
/// </remarks>
public sealed class ROUGEScore : Metric<IReadOnlyList<string>, IReadOnlyList<IReadOnlyList<string>>, IReadOnlyDictionary<string, RougeValues>>
{
    private readonly string[] _keys;
    private readonly bool _best;

    /// <summary>Makes the metric; <c>update(preds, target)</c> takes texts, and for each a list of references.</summary>
    /// <param name="rouge_keys">Which kinds: "rouge1" to "rouge9" and "rougeL"; null (the default) for rouge1, rouge2 and rougeL.</param>
    /// <param name="accumulate">Of several references "best" (the default) takes the one with the highest F measure of the first kind, "avg" their mean.</param>
    /// <exception cref="ArgumentException">A kind is unknown.</exception>
    public ROUGEScore(string[]? rouge_keys = null, string accumulate = "best")
        : base(nameof(ROUGEScore))
    {
        _keys = rouge_keys ?? ["rouge1", "rouge2", "rougeL"];
        _best = accumulate switch
        {
            "best" => true,
            "avg" => false,
            _ => throw new ArgumentException($"accumulate \"{accumulate}\" is unknown; use \"best\" or \"avg\".", nameof(accumulate)),
        };
        if (_keys.Length == 0 || Array.Find(_keys, key => key != "rougeL" && Length(key) == 0) is not null)
        {
            throw new ArgumentException($"rouge_keys are \"rouge1\" to \"rouge9\" and \"rougeL\", not {string.Join(", ", _keys)}.", nameof(rouge_keys));
        }

        add_state("sums", 0, "sum", [_keys.Length, 3]);
        add_state("total", 0, "sum");
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => true;

    /// <inheritdoc/>
    protected override void Update(IReadOnlyList<string> preds, IReadOnlyList<IReadOnlyList<string>> target)
    {
        TextInput.SameCount(preds, target, nameof(ROUGEScore));
        var sums = new double[_keys.Length, 3];
        for (var i = 0; i < preds.Count; i++)
        {
            var words = Words(preds[i]);
            var scores = target[i].Select(reference => Array.ConvertAll(_keys, key => Score(key, words, Words(reference)))).ToList();
            if (scores.Count == 0)
            {
                throw new ArgumentException($"ROUGEScore needs a reference for each text; number {i} has none.", nameof(target));
            }

            var chosen = _best ? [scores.MaxBy(kinds => kinds[0].F)!] : scores;
            for (var k = 0; k < _keys.Length; k++)
            {
                sums[k, 0] += chosen.Average(kinds => kinds[k].Precision);
                sums[k, 1] += chosen.Average(kinds => kinds[k].Recall);
                sums[k, 2] += chosen.Average(kinds => kinds[k].F);
            }
        }

        Add("sums", torch.tensor(sums, dtype: ScalarType.Float64).to(device));
        Add("total", torch.tensor((double)preds.Count, dtype: ScalarType.Float64).to(device));
    }

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, RougeValues> Compute()
    {
        var means = Get("sums").div(Get("total"));
        return _keys.Select((key, k) => (key, Score: new RougeValues(Result(means[k, 0].clone()), Result(means[k, 1].clone()), Result(means[k, 2].clone()))))
            .ToDictionary(entry => entry.key, entry => entry.Score);
    }

    private static int Length(string key) =>
        key.Length == 6 && key.StartsWith("rouge", StringComparison.Ordinal) && key[5] is >= '1' and <= '9' ? key[5] - '0' : 0;

    private static string[] Words(string text) =>
        TextInput.Words(string.Concat(text.ToLower(CultureInfo.InvariantCulture).Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')));

    private static (double Precision, double Recall, double F) Score(string key, string[] words, string[] reference)
    {
        double common, own, theirs;
        if (Length(key) is var n and > 0)
        {
            var (a, b) = (TextInput.Grams(words, n), TextInput.Grams(reference, n));
            common = a.Sum(gram => Math.Min(gram.Value, b.GetValueOrDefault(gram.Key)));
            (own, theirs) = (a.Values.Sum(), b.Values.Sum());
        }
        else
        {
            (common, own, theirs) = (LongestCommon(words, reference), words.Length, reference.Length);
        }

        var (precision, recall) = (own > 0 ? common / own : 0, theirs > 0 ? common / theirs : 0);
        return (precision, recall, precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0);
    }

    private static int LongestCommon(string[] left, string[] right)
    {
        var row = new int[right.Length + 1];
        foreach (var word in left)
        {
            var diagonal = 0;
            for (var j = 0; j < right.Length; j++)
            {
                var above = row[j + 1];
                row[j + 1] = word == right[j] ? diagonal + 1 : Math.Max(above, row[j]);
                diagonal = above;
            }
        }

        return row[^1];
    }
}
