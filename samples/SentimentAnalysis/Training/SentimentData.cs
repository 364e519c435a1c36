using System.Collections;
using Lightning;
using Reporting;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;
using static TorchSharp.torchtext.data;

namespace SentimentAnalysis.Training;

/// <summary>Texts, split at random, encoded by the vocabularies of the training part, and the loaders over the three parts.</summary>
internal sealed class SentimentData : LightningDataModule
{
    private static readonly PaddedCollation Padded = new(TextEncoder.Padding, min_length: 1);

    private readonly LabelledText _texts;
    private readonly IReadOnlyList<long> _test;
    private readonly int _batchSize;

    /// <param name="texts">All texts.</param>
    /// <param name="settings">Batch size, longest n-grams, seed.</param>
    public SentimentData(LabelledText texts, Settings settings)
    {
        (_texts, _batchSize) = (texts, settings.BatchSize);
        using var dice = new Generator((ulong)settings.Seed, CPU);
        var parts = random_split(texts, [0.8, 0.1, 0.1], dice);
        _test = parts[2].indices;
        Encoder = new TextEncoder([.. parts[0].indices.Select(i => texts.GetTensor(i).text)], settings.Ngrams);
        (Train, Validation, Test) = (Encode(parts[0]), Encode(parts[1]), Encode(parts[2]));
    }

    /// <summary>Names of the classes.</summary>
    public IReadOnlyList<string> Classes => _texts.classes;

    /// <summary>How texts become numbers.</summary>
    public TextEncoder Encoder { get; }

    /// <summary>The texts that train.</summary>
    public IReadOnlyList<EncodedText> Train { get; }

    /// <summary>The texts that choose the best epoch.</summary>
    public IReadOnlyList<EncodedText> Validation { get; }

    /// <summary>The texts that are kept for the last test.</summary>
    public IReadOnlyList<EncodedText> Test { get; }

    /// <summary>A text of the test, as it was read.</summary>
    public string TestText(int position) => _texts.GetTensor(_test[position]).text;

    public override string ToString() => $"{Train.Count} texts to train, {Validation.Count} to validate, {Test.Count} to test";

    // Texts of nearly equal length go together, so that little is filled up.
    public override IEnumerable train_dataloader() => DataLoader(
        functional.to_map_style_dataset(Train), Collate, batch_sampler: new BucketBatchSampler(Train.Select(text => text.Words.Length), _batchSize));

    public override IEnumerable val_dataloader() => DataLoader(functional.to_map_style_dataset(Validation), Collate, batch_size: 4 * _batchSize);

    public override IEnumerable test_dataloader() => DataLoader(functional.to_map_style_dataset(Test), Collate, batch_size: 4 * _batchSize);

    private static (Tensor words, Tensor ngrams, Tensor label) Collate(IReadOnlyList<EncodedText> texts)
    {
        var (words, lengths, labels) = Padded.call([.. texts.Select(text => (text.Words, text.Label))]);
        var (ngrams, counts) = Padded.call([.. texts.Select(text => text.Ngrams)]);
        lengths.Dispose();
        counts.Dispose();
        return (words, ngrams, labels);
    }

    private EncodedText[] Encode(Subset<(long label, string text)> part)
    {
        var encoded = new EncodedText[part.Count];
        Parallel.For(0, encoded.Length, i =>
        {
            var (label, text) = part.GetTensor(i);
            encoded[i] = Encoder.Encode(text, label - _texts.first_label);
        });
        return encoded;
    }
}
