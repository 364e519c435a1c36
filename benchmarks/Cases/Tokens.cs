using System.Diagnostics;
using TorchSharp.Transforms.Text;

namespace Torchlight.Benchmarks.Cases;

/// <summary>Shakespeare and WikiText-2 cut into numbers, as one batch of lines.</summary>
internal static class Tokens
{
    private static readonly Dictionary<string, object> Loaded = [];

    /// <summary>The folder of real data that the cases need, or null.</summary>
    public static string? Folder
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("TORCHLIGHT_TEST_DATA") is { Length: > 0 } named
                ? named
                : Path.Combine("..", "shared", "data");
            return File.Exists(Path.Combine(folder, "tokenizers", "gpt2_bpe_encoder.json")) ? Path.GetFullPath(folder) : null;
        }
    }

    /// <summary>How many megabytes the texts have in UTF-8.</summary>
    public static double Megabytes(string folder) => Files(folder).Sum(file => new FileInfo(file).Length) / 1e6;

    public static double GPT2(long iterations, string folder) => Seconds(iterations, Get("gpt2", () => LoadGPT2(folder)).EncodeToIds, folder);

    // Every time a tokenizer that has seen no word yet; making it does not count.
    public static double GPT2Cold(long iterations, string folder)
    {
        var seconds = 0.0;
        for (long i = 0; i < iterations; i++)
        {
            seconds += Seconds(1, LoadGPT2(folder).EncodeToIds, folder);
        }

        return seconds;
    }

    public static double SentencePieces(long iterations, string folder) => Seconds(
        iterations, Get("sentencepiece", () => new SentencePieceTokenizer(Path.Combine(folder, "tokenizers", "t5_tokenizer_base.model"))).sp_model.EncodeAsIds,
        folder);

    private static double Seconds(long iterations, Func<IReadOnlyList<string>, int[][]> encode, string folder)
    {
        var texts = Get("texts", () => Files(folder).SelectMany(file => File.ReadAllText(file).Split('\n')).ToArray());
        var start = Stopwatch.GetTimestamp();
        for (long i = 0; i < iterations; i++)
        {
            encode(texts);
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static GPT2BPETokenizer LoadGPT2(string folder) => new(
        Path.Combine(folder, "tokenizers", "gpt2_bpe_encoder.json"), Path.Combine(folder, "tokenizers", "gpt2_bpe_vocab.bpe"));

    private static string[] Files(string folder) =>
        [.. ((string[])["tinyshakespeare.txt", "wikitext-2/valid.txt", "wikitext-2/test.txt"]).Select(name => Path.Combine(folder, "text", name))];

    private static T Get<T>(string name, Func<T> make)
        where T : class
    {
        if (!Loaded.TryGetValue(name, out var loaded))
        {
            Loaded[name] = loaded = make();
        }

        return (T)loaded;
    }
}
