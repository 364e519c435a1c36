using Torchlight.Benchmarks.Cases;
using Torchlight.Benchmarks.Peers;

namespace Torchlight.Benchmarks;

/// <summary>Tokenizers beside what can be had of their peers.</summary>
internal static partial class Budgets
{
    // torchtext's native tokenizer is not in Debian's package. Where it could be run it made 1.5 to 2.3 MB/s on one thread and Hugging Face's 4.7 on
    // two, so three times torchtext is one and a half times Hugging Face.
    private const double TimesHuggingFace = 1.5;
    private const double TimesPlainPython = 3;

    private static IEnumerable<Row> GPT2(Measurement measure) =>
        Tokenizing(measure, "GPT-2 BPE, two threads, words seen before", "gpt2", (Side.Node, TimesHuggingFace), (Side.Python, TimesPlainPython));

    private static IEnumerable<Row> GPT2Cold(Measurement measure) =>
        Tokenizing(measure, "GPT-2 BPE, two threads, a new tokenizer", "gpt2-cold", (Side.Node, TimesHuggingFace), (Side.Python, TimesPlainPython));

    private static IEnumerable<Row> SentencePieces(Measurement measure) =>
        Tokenizing(measure, "SentencePiece (T5), two threads", "sentencepiece", (Side.Python, 1));

    private static IEnumerable<Row> Tokenizing(Measurement measure, string title, string name, params (Side Side, double Times)[] peers)
    {
        if (Tokens.Folder is not { } folder)
        {
            yield return new Row(title, "-", "no vocabularies in ../shared/data", "-", "-", null);
            yield break;
        }

        var seconds = measure.PerIteration(name, Cores, [Side.Ours, .. peers.Select(peer => peer.Side)], folder);
        foreach (var (side, times) in peers)
        {
            // Python's side of GPT-2 is no library but the definition, written in Python.
            var row = AtLeastSpeed(title, seconds, side, times, value => $"{Tokens.Megabytes(folder) / value:0.0} MB/s");
            yield return side == Side.Python && name != "sentencepiece" ? row with { Peer = $"plain {row.Peer}, own code, one thread" } : row;
        }
    }
}
