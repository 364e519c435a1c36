using TorchSharp;
using static TorchSharp.torch;

namespace WordLanguageModel;

/// <summary>Texts as numbers of words: the vocabulary is the training text's, in the order in which its words appear.</summary>
internal sealed class Corpus
{
    private const string Unknown = "<unk>";
    private readonly Dictionary<string, long> _words = new() { [Unknown] = 0 };

    public Corpus(string folder)
    {
        Train = Read(Path.Combine(folder, "wiki.train.tokens"), grow: true);
        Valid = Read(Path.Combine(folder, "wiki.valid.tokens"), grow: false);
        Test = Read(Path.Combine(folder, "wiki.test.tokens"), grow: false);
    }

    public int Count => _words.Count;

    public Tensor Train { get; }

    public Tensor Valid { get; }

    public Tensor Test { get; }

    /// <summary>The text in columns that stand beside each other: (length, columns).</summary>
    public static Tensor Batchify(Tensor data, int columns)
    {
        var length = data.shape[0] / columns;
        using var rows = data.narrow(0, 0, length * columns).view(columns, -1).t();
        return rows.contiguous();
    }

    private Tensor Read(string path, bool grow)
    {
        var numbers = new List<long>();
        foreach (var line in File.ReadLines(path))
        {
            foreach (var word in line.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (grow)
                {
                    _words.TryAdd(word, _words.Count);
                }

                numbers.Add(_words.TryGetValue(word, out var number) ? number : _words[Unknown]);
            }
        }

        return torch.tensor(numbers.ToArray());
    }
}
