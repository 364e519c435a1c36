using System.Security.Cryptography;
using System.Text;
using Reporting;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torchtext.vocab;

namespace SentimentAnalysis.Training;

/// <summary>The vectors that words start with.</summary>
internal static class WordVectors
{
    /// <summary>Random ones; words that the file of <c>--vectors</c> has start with theirs.</summary>
    /// <returns>Shape [words, numbers in a vector].</returns>
    /// <exception cref="DemoException">The file is missing or malformed, or has none of the words.</exception>
    public static Tensor For(Vocab words, Settings settings)
    {
        if (settings.Vectors is not { } path)
        {
            return Random(words.Count, settings.Dimension);
        }

        using var scope = NewDisposeScope();
        using var given = Read(path, settings);
        var known = words.get_itos().Select((word, index) => (Word: word, Index: (long)index)).Where(entry => given.stoi.ContainsKey(entry.Word)).ToArray();
        Console.WriteLine($"{known.Length} of {words.Count} words have vectors in {path}");
        if (known.Length == 0)
        {
            throw new DemoException($"{path} has a vector for none of the {words.Count} words of the texts: is it of another language?");
        }

        var rows = given.vectors.index_select(0, tensor(Array.ConvertAll(known, entry => (long)given.stoi[entry.Word])));
        return Random(words.Count, given.dim).index_copy_(0, tensor(Array.ConvertAll(known, entry => entry.Index)), rows).MoveToOuterDisposeScope();
    }

    private static Vectors Read(string path, Settings settings)
    {
        if (!File.Exists(path))
        {
            throw new DemoException($"There is no file {path}. --vectors takes a file with a word and its vector on each line.");
        }

        try
        {
            return new Vectors(path, cache: Path.Combine(settings.Output, "cache", Version(path)));
        }
        catch (TextFileException problem)
        {
            throw new DemoException(problem.Message, problem);
        }
    }

    // What is kept of a file that was read goes by its name alone: a folder for each state of each file keeps them apart.
    private static string Version(string path)
    {
        var file = new FileInfo(path);
        var state = $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)))[..12];
    }

    // The spread that Kim (2014) chose, near that of vectors trained elsewhere.
    private static Tensor Random(long words, long dimension)
    {
        var vectors = empty(words, dimension).uniform_(-0.25, 0.25);
        using var padding = vectors[TextEncoder.Padding].zero_();
        return vectors;
    }
}
