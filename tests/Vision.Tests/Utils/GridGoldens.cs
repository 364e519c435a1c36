using System.Globalization;
using Vision.Tests.IO;
using static TorchSharp.torch;

namespace Vision.Tests.Utils;

/// <summary>The tensors of grids.tsv and grids.bin.</summary>
internal static class GridGoldens
{
    private static readonly byte[] Values = File.ReadAllBytes(Path.Combine(TestData.Goldens, "grids.bin"));
    private static readonly Dictionary<string, string[]> Index = TestData.Table("grids.tsv").ToDictionary(row => row[0]);

    /// <summary>A tensor of a case; the caller's to dispose.</summary>
    internal static Tensor Read(string name)
    {
        string[] row = Index[name];
        ScalarType dtype = row[1] switch
        {
            "uint8" => uint8,
            "float64" => float64,
            _ => float32,
        };
        Tensor tensor = empty(row[2].Split(',').Select(side => long.Parse(side, CultureInfo.InvariantCulture)).ToArray(), dtype: dtype);
        int offset = int.Parse(row[3], CultureInfo.InvariantCulture), length = int.Parse(row[4], CultureInfo.InvariantCulture);
        Values.AsSpan(offset, length).CopyTo(tensor.bytes);
        return tensor;
    }
}
