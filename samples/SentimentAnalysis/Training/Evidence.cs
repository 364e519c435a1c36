using TorchSharp;
using static TorchSharp.torch;

namespace SentimentAnalysis.Training;

/// <summary>What n-grams say of classes before anything is trained (naive Bayes; Wang and Manning, 2012).</summary>
internal static class Evidence
{
    /// <summary>
    /// For each n-gram and class the logarithm of how much more frequent it is in texts of the class than in the others, counts smoothed by one.
    /// </summary>
    /// <returns>Shape [n-grams, classes].</returns>
    public static Tensor Of(IReadOnlyList<EncodedText> texts, int ngrams, int classes)
    {
        var counts = new double[ngrams, classes];
        foreach (var text in texts)
        {
            foreach (var ngram in text.Ngrams)
            {
                counts[ngram, text.Label]++;
            }
        }

        var inside = new double[classes];
        var all = 0.0;
        for (var ngram = 0; ngram < ngrams; ngram++)
        {
            for (var label = 0; label < classes; label++)
            {
                inside[label] += counts[ngram, label] + 1;
                all += counts[ngram, label] + 1;
            }
        }

        var evidence = new float[ngrams, classes];
        for (var ngram = 0; ngram < ngrams; ngram++)
        {
            var total = 0.0;
            for (var label = 0; label < classes; label++)
            {
                total += counts[ngram, label] + 1;
            }

            for (var label = 0; label < classes; label++)
            {
                var here = (counts[ngram, label] + 1) / inside[label];
                var elsewhere = (total - counts[ngram, label] - 1) / (all - inside[label]);
                evidence[ngram, label] = (float)Math.Log(here / elsewhere);
            }
        }

        return tensor(evidence);
    }
}
