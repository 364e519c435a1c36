namespace SentimentAnalysis;

/// <summary>What the options say; each is explained by <c>--help</c>.</summary>
internal sealed record Settings
{
    /// <summary>A folder of texts by class, or a CSV or TSV file; null makes sentences.</summary>
    public string? Data { get; init; }

    /// <summary>The encoding of the texts: utf-8 or latin-1.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>Vectors of words to start from, a line for each (GloVe, fastText); null starts from random ones.</summary>
    public string? Vectors { get; init; }

    /// <summary>The most passes over the training texts; fewer where they stop helping.</summary>
    public int Epochs { get; init; } = 12;

    /// <summary>Texts per optimizer step.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>The learning rate of the network.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Numbers in the vector of a word; the vectors of <see cref="Vectors"/> have their own.</summary>
    public int Dimension { get; init; } = 100;

    /// <summary>Tokens in the longest n-grams that are weighed; 0 leaves the network alone.</summary>
    public int Ngrams { get; init; } = 2;

    /// <summary>Where each run leaves its folder.</summary>
    public string Output { get; init; } = "reports";

    /// <summary>Decides made sentences, the split, first weights and the order of the texts.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads that compute; 0 takes all processors.</summary>
    public int Threads { get; init; }
}
