using System.Numerics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bindings.Tests.Serialization;

/// <summary>Files that we wrote, read here and by Python.</summary>
public class TorchFileRoundTripTests
{
    private static Dictionary<string, object?> Graph()
    {
        var @base = arange(12, dtype: ScalarType.Float32).reshape(3, 4);
        return new()
        {
            ["none"] = null,
            ["flags"] = new List<object?> { true, false },
            ["integers"] = new long[] { 0, 255, 256, 65536, -1, int.MinValue, long.MaxValue, long.MinValue },
            ["huge"] = BigInteger.Pow(2, 80),
            ["floats"] = new double[] { 0.1, -1e300, double.NegativeInfinity },
            ["text"] = "äß π 😀\n",
            ["bytes"] = new byte[] { 0, 0x80, 0xff },
            ["tuple"] = (1, (2L, "three"), 4.5f),
            ["array"] = new object?[] { 1L, "x" },
            ["by_index"] = new Dictionary<int, object?> { [0] = "a", [7] = "b" },
            ["size"] = new Size([2, 3]),
            ["dtype"] = ScalarType.BFloat16,
            ["device"] = CPU,
            ["base"] = @base,
            ["again"] = @base,
            ["row"] = @base[1],
            ["tail"] = arange(1000)[TensorIndex.Slice(990)],
            ["transposed"] = @base.t(),
            ["expanded"] = ones(1).expand(3),
            ["scalar"] = tensor(2.5f),
            ["empty"] = zeros(0, 3),
            ["half"] = ones(2, dtype: ScalarType.Float16),
            ["bfloat16"] = ones(2, dtype: ScalarType.BFloat16),
            ["complex"] = ones(2, dtype: ScalarType.ComplexFloat64),
            ["bool"] = tensor(new[] { true, false }),
            ["parameter"] = new Parameter(ones(2)),
            ["frozen"] = new Parameter(ones(2), requires_grad: false),
        };
    }

    [Fact]
    public void What_is_saved_is_what_is_loaded()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        serialization.save(Graph(), stream);
        var graph = (Dictionary<string, object?>)serialization.load(stream)!;

        Assert.Equal(Graph().Keys, graph.Keys);
        Assert.Equal(new object?[] { 0L, 255L, 256L, 65536L, -1L, (long)int.MinValue, long.MaxValue, long.MinValue },
            (List<object?>)graph["integers"]!);
        Assert.Equal(BigInteger.Pow(2, 80), graph["huge"]);
        Assert.Equal(new object?[] { 0.1, -1e300, double.NegativeInfinity }, (List<object?>)graph["floats"]!);
        Assert.Equal("äß π 😀\n", graph["text"]);
        Assert.Equal(new byte[] { 0, 0x80, 0xff }, (byte[])graph["bytes"]!);
        Assert.Equal([2L, "three"], (object?[])((object?[])graph["tuple"]!)[1]!);
        Assert.Equal("b", ((Dictionary<long, object?>)graph["by_index"]!)[7]);
        Assert.Equal(new Size([2, 3]), graph["size"]);
        Assert.Same(graph["base"], graph["again"]);
        Assert.Equal([1, 4], ((Tensor)graph["transposed"]!).stride());
        Assert.Equal([0], ((Tensor)graph["expanded"]!).stride());
        Assert.True(((Parameter)graph["parameter"]!).requires_grad);
        Assert.False(((Parameter)graph["frozen"]!).requires_grad);
        ops.aten.fill__Scalar((Tensor)graph["row"]!, -1);
        Assert.Equal(-1f, ((Tensor)graph["base"]!)[1, 3].item<float>());
    }

    [Fact]
    public void A_small_view_of_something_big_is_saved_small()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        serialization.save(zeros(1_000_000)[TensorIndex.Slice(500_000, 500_010)], stream);

        Assert.True(stream.Length < 2000, $"{stream.Length} bytes");
    }

    [Fact]
    public void Lazy_conjugates_are_saved_as_what_they_show()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        var value = ops.aten.complex(ones(2), ones(2));
        serialization.save(ops.aten.conj(value), stream);
        var loaded = (Tensor)serialization.load(stream)!;

        Assert.Equal([1f, -1f, 1f, -1f], ops.aten.view_as_real(loaded).flatten().data<float>().ToArray());
    }

    [Fact]
    public void Storage_bytes_begin_at_multiples_of_64()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        serialization.save(new List<object?> { full([3], 0x11223344, dtype: ScalarType.Int32), full([5], 0x55667788, dtype: ScalarType.Int32) },
            stream);
        var file = stream.ToArray();

        Assert.Equal(0, file.AsSpan().IndexOf(new byte[] { 0x44, 0x33, 0x22, 0x11 }) % 64);
        Assert.Equal(0, file.AsSpan().IndexOf(new byte[] { 0x88, 0x77, 0x66, 0x55 }) % 64);
    }

    [Fact]
    public void What_cannot_be_saved_is_named_with_its_place()
    {
        var value = new Dictionary<string, object?> { ["a"] = new List<object?> { 1, new Uri("http://localhost") } };
        var exception = Assert.Throws<ArgumentException>(() => serialization.save(value, Stream.Null));

        Assert.Contains("value[a][1]", exception.Message);
        Assert.Contains("System.Uri", exception.Message);
    }

    [Fact]
    public void A_graph_that_holds_itself_is_an_error_and_not_the_end_of_the_process()
    {
        var list = new List<object?>();
        list.Add(list);

        Assert.Throws<ArgumentException>(() => serialization.save(list, Stream.Null));
    }

    [Fact]
    public void Two_views_of_other_types_on_one_memory_are_refused()
    {
        using var scope = NewDisposeScope();
        var value = zeros(4);
        var exception = Assert.Throws<NotSupportedException>(() =>
            serialization.save(new List<object?> { value, ops.aten.view_dtype(value, ScalarType.Int32) }, Stream.Null));

        Assert.Contains("same memory", exception.Message);
    }

    [PythonFact]
    public void Python_loads_what_we_save()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        serialization.save(Graph(), folder.File("graph.pt"));

        var output = Python.Run($"""
            import torch
            g = torch.load({Quote(folder.File("graph.pt"))})
            assert g["none"] is None and g["flags"] == [True, False]
            assert g["integers"] == [0, 255, 256, 65536, -1, -2**31, 2**63 - 1, -2**63], g["integers"]
            assert g["huge"] == 2**80 and g["floats"] == [0.1, -1e300, float("-inf")]
            assert g["text"] == "äß π 😀\n" and g["bytes"] == b"\x00\x80\xff"
            assert g["tuple"] == (1, (2, "three"), 4.5) and g["array"] == (1, "x")
            assert g["by_index"] == dict([(0, "a"), (7, "b")])
            assert g["size"] == torch.Size([2, 3]) and isinstance(g["size"], torch.Size)
            assert g["dtype"] is torch.bfloat16 and g["device"] == torch.device("cpu")
            assert torch.equal(g["base"], torch.arange(12.).reshape(3, 4)) and g["again"] is g["base"]
            assert g["row"].data_ptr() == g["base"][1].data_ptr()
            assert torch.equal(g["tail"], torch.arange(990, 1000)) and g["tail"].dtype == torch.int64
            assert torch.equal(g["transposed"], g["base"].t()) and g["transposed"].stride() == (1, 4)
            assert g["expanded"].stride() == (0,) and g["expanded"].tolist() == [1, 1, 1]
            assert g["scalar"].item() == 2.5 and g["empty"].shape == (0, 3)
            for name, dtype in dict(half=torch.float16, bfloat16=torch.bfloat16, complex=torch.complex128).items():
                assert torch.equal(g[name], torch.ones(2, dtype=dtype)), name
            assert g["bool"].tolist() == [True, False]
            assert isinstance(g["parameter"], torch.nn.Parameter) and g["parameter"].requires_grad
            assert isinstance(g["frozen"], torch.nn.Parameter) and not g["frozen"].requires_grad
            print("same")
            """);

        Assert.Equal("same", output);
    }

    [PythonFact]
    public void Random_graphs_survive_both_directions()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var random = new Random(7);
        var graphs = Enumerable.Range(0, 40).Select(_ => RandomValue(random, 4)).ToList();
        serialization.save(graphs, folder.File("ours.pt"));
        Python.Run($"""
            import torch
            torch.save(torch.load({Quote(folder.File("ours.pt"))}), {Quote(folder.File("theirs.pt"))})
            """);

        AssertSame(serialization.load(folder.File("ours.pt")), serialization.load(folder.File("theirs.pt")));
    }

    private static string Quote(string path) => $"'{path}'";

    private static object? RandomValue(Random random, int depth) => random.Next(depth > 0 ? 9 : 6) switch
    {
        0 => random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64),
        1 => random.NextDouble() * Math.Pow(10, random.Next(-300, 300)),
        2 => random.Next(2) == 0,
        3 => string.Concat(Enumerable.Range(0, random.Next(300)).Select(_ => (char)random.Next(32, 0x2000))),
        4 => null,
        5 => rand(random.Next(4), random.Next(4)).to_type((ScalarType)random.Next(5, 8)).t(),
        6 => Enumerable.Range(0, random.Next(5)).Select(_ => RandomValue(random, depth - 1)).ToList(),
        7 => Enumerable.Range(0, random.Next(5)).Select(_ => RandomValue(random, depth - 1)).ToArray(),
        _ => Enumerable.Range(0, random.Next(5)).ToDictionary(index => $"key {index}", _ => RandomValue(random, depth - 1)),
    };

    private static void AssertSame(object? expected, object? actual)
    {
        switch (expected)
        {
            case Tensor tensor:
                var other = Assert.IsType<Tensor>(actual);
                Assert.Equal((tensor.dtype, string.Join(",", tensor.shape)), (other.dtype, string.Join(",", other.shape)));
                Assert.True(ops.aten.equal(tensor, other));
                break;
            case Dictionary<string, object?> dictionary:
                var theirs = Assert.IsType<Dictionary<string, object?>>(actual);
                Assert.Equal(dictionary.Keys, theirs.Keys);
                AssertSame(dictionary.Values.ToList(), theirs.Values.ToList());
                break;
            case List<object?> list:
                Assert.All(list.Zip(Assert.IsType<List<object?>>(actual)), pair => AssertSame(pair.First, pair.Second));
                break;
            case object?[] tuple:
                AssertSame(tuple.ToList(), Assert.IsType<object?[]>(actual).ToList());
                break;
            default:
                Assert.Equal(expected, actual);
                break;
        }
    }
}
