using System.Text.RegularExpressions;
using TorchSharp;
using static TorchSharp.torch;

namespace TextClassification;

/// <summary>News in AG_NEWS's form: a class from 1 on, a title and a text, in quotes, a line each.</summary>
internal sealed class News
{
    private static readonly Regex Line = new("^\"(?<kind>\\d+)\",\"(?<title>.*)\",\"(?<text>.*)\"$", RegexOptions.CultureInvariant);
    private readonly List<(int kind, string[] words)> _all = new();

    public News(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            var match = Line.Match(line);
            if (!match.Success)
            {
                throw new InvalidDataException($"{path}, line {_all.Count + 1}: not \"class\",\"title\",\"text\".");
            }

            var kind = int.Parse(match.Groups["kind"].ValueSpan) - 1;
            _all.Add((kind, Tokenize($"{match.Groups["title"]} {match.Groups["text"]}")));
        }
    }

    /// <summary>Each word's number, in the order in which they appear; 0 is any other.</summary>
    public Dictionary<string, long> Vocabulary()
    {
        var vocabulary = new Dictionary<string, long> { ["<unk>"] = 0 };
        foreach (var word in _all.SelectMany(news => news.words))
        {
            vocabulary.TryAdd(word, vocabulary.Count);
        }

        return vocabulary;
    }

    /// <summary>Batches of classes, words and where each text begins.</summary>
    public IEnumerable<(Tensor kinds, Tensor words, Tensor offsets)> Batches(int size, Dictionary<string, long> vocabulary, Device device, Random? shuffle)
    {
        var order = Enumerable.Range(0, _all.Count).ToArray();
        shuffle?.Shuffle(order);
        foreach (var places in order.Chunk(size))
        {
            var kinds = new List<long>();
            var words = new List<long>();
            var offsets = new List<long>();
            foreach (var place in places)
            {
                kinds.Add(_all[place].kind);
                offsets.Add(words.Count);
                words.AddRange(_all[place].words.Select(word => vocabulary.TryGetValue(word, out var number) ? number : 0));
            }

            yield return (torch.tensor(kinds.ToArray(), device: device), torch.tensor(words.ToArray(), device: device),
                torch.tensor(offsets.ToArray(), device: device));
        }
    }

    private static string[] Tokenize(string text) =>
        Regex.Matches(text.ToLowerInvariant(), "[a-z0-9]+|[.,!?]").Select(match => match.Value).ToArray();
}
