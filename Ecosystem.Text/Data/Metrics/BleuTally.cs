namespace TorchSharp;

/// <summary>Adds up what BLEU is made of: n-grams of the candidates by length, those that references share, and both lengths.</summary>
internal sealed class BleuTally(int longest)
{
    private readonly long[] _shared = new long[longest];
    private readonly long[] _total = new long[longest];
    private long _candidateLength;
    private long _referenceLength;

    /// <summary>Adds a candidate with its references.</summary>
    /// <exception cref="ArgumentException">There is no reference, or something is null.</exception>
    public void Add(IReadOnlyList<string> candidate, IReadOnlyList<IReadOnlyList<string>> references, int number)
    {
        if (candidate is null || references is null || references.Count == 0 || references.Any(reference => reference is null))
        {
            throw new ArgumentException($"Candidate {number} needs tokens and at least one reference.", nameof(references));
        }

        _candidateLength += candidate.Count;
        // Of two references that are equally near, the first one counts.
        _referenceLength += references.MinBy(reference => Math.Abs(candidate.Count - reference.Count))!.Count;

        var names = new NgramNames();
        for (var length = 1; length <= longest; length++)
        {
            _total[length - 1] += Math.Max(candidate.Count - length + 1, 0);
        }
        var most = new Dictionary<int, int>();
        foreach (var reference in references)
        {
            foreach (var (ngram, count) in Count(names, reference).Counts)
            {
                most[ngram] = Math.Max(most.GetValueOrDefault(ngram), count);
            }
        }
        var (counts, lengths) = Count(names, candidate);
        foreach (var (ngram, count) in counts)
        {
            _shared[lengths[ngram] - 1] += Math.Min(count, most.GetValueOrDefault(ngram));
        }
    }

    /// <summary>The weighted geometric mean of the shares, with the penalty for brevity.</summary>
    public double Score(IReadOnlyList<double> weights)
    {
        if (_shared.Min() == 0)
        {
            return 0;
        }
        var mean = Enumerable.Range(0, longest).Sum(i => weights[i] * Math.Log(_shared[i] / (double)_total[i]));
        return Math.Exp(mean + Math.Min(1 - (_referenceLength / (double)_candidateLength), 0));
    }

    private (Dictionary<int, int> Counts, Dictionary<int, int> Lengths) Count(NgramNames names, IReadOnlyList<string> tokens)
    {
        var counts = new Dictionary<int, int>();
        var lengths = new Dictionary<int, int>();
        for (var start = 0; start < tokens.Count; start++)
        {
            var ngram = NgramNames.None;
            for (var length = 1; length <= longest && start + length <= tokens.Count; length++)
            {
                ngram = names.Longer(ngram, tokens[start + length - 1]);
                counts[ngram] = counts.GetValueOrDefault(ngram) + 1;
                lengths[ngram] = length;
            }
        }
        return (counts, lengths);
    }

    /// <summary>Gives each n-gram a number, from the number of the n-gram without its last token.</summary>
    private sealed class NgramNames
    {
        public const int None = -1;

        private readonly Dictionary<(int Shorter, string Last), int> _names = [];

        public int Longer(int shorter, string last)
        {
            var key = (shorter, last);
            if (!_names.TryGetValue(key, out var name))
            {
                _names.Add(key, name = _names.Count);
            }
            return name;
        }
    }
}
