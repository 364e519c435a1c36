using System.Globalization;
using System.Text;

namespace Torchlight.Benchmarks.Cases;

/// <summary>A temporary folder with a file of word vectors, in the form and about as long as GloVe's.</summary>
internal sealed class VectorFolder : IDisposable
{
    /// <summary>How many vectors it holds.</summary>
    public const int Rows = 100_000;

    /// <summary>How many numbers each has.</summary>
    public const int Dimensions = 100;

    private readonly string _folder = Directory.CreateTempSubdirectory("torchlight-bench-").FullName;

    public VectorFolder()
    {
        var random = new Random(1);
        var line = new StringBuilder();
        using var writer = new StreamWriter(Path);
        for (var row = 0; row < Rows; row++)
        {
            line.Clear().Append(CultureInfo.InvariantCulture, $"word{row}");
            for (var column = 0; column < Dimensions; column++)
            {
                line.Append(CultureInfo.InvariantCulture, $" {(random.NextDouble() * 2) - 1:G5}");
            }

            writer.Write(line.Append('\n'));
        }
    }

    /// <summary>The file.</summary>
    public string Path => System.IO.Path.Combine(_folder, "vectors.txt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
