namespace Reporting;

/// <summary>How often pictures of each true class (row) were taken for each class (column).</summary>
public sealed class Confusion(IReadOnlyList<string> classes)
{
    private readonly int[,] _counts = new int[classes.Count, classes.Count];

    public IReadOnlyList<string> Classes { get; } = classes;

    public int this[int truth, int guess] => _counts[truth, guess];

    /// <summary>How many pictures were seen.</summary>
    public int Total { get; private set; }

    /// <summary>The share of pictures that were taken for what they are.</summary>
    public double Accuracy => Total == 0 ? 0 : Enumerable.Range(0, Classes.Count).Sum(i => _counts[i, i]) / (double)Total;

    public void Add(int truth, int guess)
    {
        _counts[truth, guess]++;
        Total++;
    }

    /// <summary>How many pictures of the class there were.</summary>
    public int Seen(int truth) => Enumerable.Range(0, Classes.Count).Sum(guess => _counts[truth, guess]);

    /// <summary>The share of the class's pictures that were taken for what they are; 0 where there were none.</summary>
    public double Recall(int truth) => Seen(truth) == 0 ? 0 : _counts[truth, truth] / (double)Seen(truth);

    /// <summary>The share of pictures taken for the class that are of it; 0 where none were.</summary>
    public double Precision(int guess)
    {
        var taken = Enumerable.Range(0, Classes.Count).Sum(truth => _counts[truth, guess]);
        return taken == 0 ? 0 : _counts[guess, guess] / (double)taken;
    }
}
