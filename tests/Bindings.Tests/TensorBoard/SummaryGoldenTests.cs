using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using static TorchSharp.torch;
using BinRule = TorchSharp.Utils.tensorboard.Enums.HistogramBinSelector;
using Summary = TorchSharp.torch.utils.tensorboard.Summary;

namespace Bindings.Tests.TensorBoard;

/// <summary>Histograms, curves and pictures are those of Python's writer.</summary>
public class SummaryGoldenTests
{
    private static readonly JsonElement Oracle =
        OracleFile.Read("tensorboard", "tensorboard.json");

    public static TheoryData<int, string> Histograms
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach ((int index, JsonElement entry) in Oracle.GetProperty("histograms").EnumerateArray().Index())
            {
                data.Add(index, entry.GetProperty("name").GetString()!);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Histograms))]
    public void A_histogram_has_Pythons_buckets(int index, string name)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement entry = Oracle.GetProperty("histograms")[index];
        Tensor values = tensor(Doubles(entry.GetProperty("values")));
        JsonElement bins = entry.GetProperty("bins");
        long? most = entry.GetProperty("max_bins").ValueKind == JsonValueKind.Null ? null : entry.GetProperty("max_bins").GetInt64();
        Tensorboard.HistogramProto actual = bins.ValueKind == JsonValueKind.Array
            ? Summary.make_histogram(values, tensor(Doubles(bins)), most)
            : Summary.make_histogram(values, Enum.Parse<BinRule>(bins.GetString()!, ignoreCase: true), most);

        JsonElement expected = entry.GetProperty("expected");
        Assert.Equal(expected.GetProperty("min").GetDouble(), actual.Min);
        Assert.Equal(expected.GetProperty("max").GetDouble(), actual.Max);
        Assert.Equal(expected.GetProperty("num").GetDouble(), actual.Num);
        AssertClose([expected.GetProperty("sum").GetDouble()], [actual.Sum], 1e-12, name);
        AssertClose([expected.GetProperty("sum_squares").GetDouble()], [actual.SumSquares], 1e-12, name);
        AssertClose(Doubles(expected.GetProperty("bucket_limit")), actual.BucketLimit, 1e-14, name);
        Assert.Equal(Doubles(expected.GetProperty("bucket")), actual.Bucket);
    }

    [Fact]
    public void Curves_of_precision_and_recall_are_Pythons()
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (JsonElement entry in Oracle.GetProperty("curves").EnumerateArray())
        {
            JsonElement weights = entry.GetProperty("weights");
            double[][] curve = Summary.compute_curve(
                tensor(Doubles(entry.GetProperty("labels"))), tensor(Doubles(entry.GetProperty("predictions"))),
                entry.GetProperty("thresholds").GetInt32(), weights.ValueKind == JsonValueKind.Null ? null : tensor(Doubles(weights)));
            foreach ((int row, JsonElement expected) in entry.GetProperty("expected").EnumerateArray().Index())
            {
                AssertClose(Doubles(expected), curve[row], 1e-12, $"row {row}");
            }
        }
    }

    [Fact]
    public void Pictures_of_every_format_are_Pythons()
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (JsonElement entry in Oracle.GetProperty("pictures").EnumerateArray())
        {
            string formats = entry.GetProperty("formats").GetString()!;
            Tensor picture = PictureTensors.ToHwc(Golden.Read(entry.GetProperty("picture")), formats);
            AssertBytes(entry.GetProperty("expected"), picture, formats);
        }
    }

    [Fact]
    public void Videos_stand_in_Pythons_grid()
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (JsonElement entry in Oracle.GetProperty("videos").EnumerateArray())
        {
            AssertBytes(entry.GetProperty("expected"), PictureTensors.Frames(Golden.Read(entry.GetProperty("video"))), "video");
        }
    }

    private static void AssertBytes(JsonElement expected, Tensor actual, string what)
    {
        Assert.Equal(expected.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()), actual.shape);
        byte[] bytes = [.. expected.GetProperty("values").EnumerateArray().Select(value => value.GetByte())];
        Assert.True(bytes.SequenceEqual(PictureTensors.Bytes(actual)), what);
    }

    private static double[] Doubles(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetDouble())];

    private static void AssertClose(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double relative, string what)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= relative * Math.Max(1e-30, Math.Abs(expected[i])) + 1e-300 ||
                        Math.Abs(expected[i] - actual[i]) <= 1e-13, $"{what}[{i}]: {actual[i]}, the oracle has {expected[i]}");
        }
    }
}
