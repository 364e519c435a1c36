namespace SentimentAnalysis.Training;

/// <summary>A text as numbers: its words in order, its n-grams once each, and its class.</summary>
internal sealed record EncodedText(long[] Words, long[] Ngrams, long Label);
