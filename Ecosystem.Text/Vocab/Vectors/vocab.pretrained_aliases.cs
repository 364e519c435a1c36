namespace TorchSharp;

public static partial class torchtext
{
    public static partial class vocab
    {
        /// <summary>The published vectors by their names, as in <c>pretrained_aliases["glove.6B.50d"]()</c>.</summary>
        public static readonly IReadOnlyDictionary<string, PretrainedVectors> pretrained_aliases = new Dictionary<string, PretrainedVectors>
        {
            ["charngram.100d"] = (cache, unk_init, max_vectors) => new CharNGram(cache, unk_init, max_vectors),
            ["fasttext.en.300d"] = OfFastText("en"),
            ["fasttext.simple.300d"] = OfFastText("simple"),
            ["glove.42B.300d"] = OfGloVe("42B", 300),
            ["glove.840B.300d"] = OfGloVe("840B", 300),
            ["glove.twitter.27B.25d"] = OfGloVe("twitter.27B", 25),
            ["glove.twitter.27B.50d"] = OfGloVe("twitter.27B", 50),
            ["glove.twitter.27B.100d"] = OfGloVe("twitter.27B", 100),
            ["glove.twitter.27B.200d"] = OfGloVe("twitter.27B", 200),
            ["glove.6B.50d"] = OfGloVe("6B", 50),
            ["glove.6B.100d"] = OfGloVe("6B", 100),
            ["glove.6B.200d"] = OfGloVe("6B", 200),
            ["glove.6B.300d"] = OfGloVe("6B", 300),
        };

        private static PretrainedVectors OfGloVe(string name, int dim) => (cache, unk_init, max_vectors) => new GloVe(name, dim, cache, unk_init, max_vectors);

        private static PretrainedVectors OfFastText(string language) => (cache, unk_init, max_vectors) => new FastText(language, cache, unk_init, max_vectors);
    }
}
