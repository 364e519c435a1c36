using System.IO.Compression;
using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Serialization;

/// <summary>Files that Python wrote.</summary>
public class TorchFileReadTests
{
    [Theory]
    [InlineData("graph.pt")]
    [InlineData("graph_legacy.pt")]
    [InlineData("graph_protocol4.pt")]
    public void A_graph_of_every_kind_of_value_is_read_as_Python_saved_it(string file)
    {
        using var scope = NewDisposeScope();
        var graph = Load(file);

        Assert.Null(graph["none"]);
        Assert.Equal([true, false], new[] { graph["true"], graph["false"] });
        Assert.Equal(new long[] { 0, 1, 255, 256, 65535, 65536, -1, -129, 1L << 31, -(1L << 31), 1L << 40, -(1L << 62),
            long.MaxValue }.Cast<object?>(),
            Assert.IsType<List<object?>>(graph["integers"]));
        Assert.Equal(BigInteger.Pow(2, 80), graph["huge"]);
        Assert.Equal(new object?[] { 0.0, -1.5, 1e300, double.PositiveInfinity }, Assert.IsType<List<object?>>(graph["floats"]));
        Assert.Equal("äß π 😀\n", graph["text"]);
        Assert.Equal(new byte[] { 0, 0x80, 0xff }, Assert.IsType<byte[]>(graph["bytes"]));
        var tuple = Assert.IsType<object?[]>(graph["tuple"]);
        Assert.Equal(1L, tuple[0]);
        Assert.Equal([2L, 3L], Assert.IsType<object?[]>(tuple[1]));
        Assert.Empty(Assert.IsType<object?[]>(tuple[2]));
        Assert.Equal([1L], Assert.IsType<HashSet<object?>>(graph["set"]));
        Assert.Equal(["a", "b"], Assert.IsType<Dictionary<long, object?>>(graph["by_index"]).Values);
        Assert.Equal(new object[] { 0L, "b" }, Assert.IsType<Dictionary<object, object?>>(graph["mixed_keys"]).Keys);
        Assert.Equal(["z", "a"], Assert.IsType<Dictionary<string, object?>>(graph["ordered"]).Keys);
        Assert.Equal(2L, Assert.IsType<Dictionary<long, object?>>(graph["counter"])[3]);
        Assert.Equal(new Size([2, 3]), graph["size"]);
        Assert.Equal(ScalarType.BFloat16, graph["dtype"]);
        Assert.Equal(CPU, graph["device"]);
        var shared = Assert.IsType<List<object?>>(graph["shared_list"]);
        Assert.Same(shared[0], shared[1]);
    }

    [Theory]
    [InlineData("graph.pt")]
    [InlineData("graph_legacy.pt")]
    public void Tensors_keep_their_shapes_strides_values_and_shared_memory(string file)
    {
        using var scope = NewDisposeScope();
        var graph = Load(file);
        var @base = (Tensor)graph["base"]!;
        var transposed = (Tensor)graph["transposed"]!;
        var row = (Tensor)graph["row"]!;
        var step = (Tensor)graph["step"]!;

        Assert.Equal([4, 3], transposed.shape);
        Assert.Equal([1, 4], transposed.stride());
        Assert.Equal(4, row.storage_offset());
        Assert.Equal([3, 2], step.shape);
        Assert.Equal(2.5f, ((Tensor)graph["scalar"]!).item<float>());
        Assert.Equal([0, 3], ((Tensor)graph["empty"]!).shape);
        Assert.True(Assert.IsType<TorchSharp.Modules.Parameter>(graph["parameter"]).requires_grad);
        Assert.True(((Tensor)graph["requires_grad"]!).requires_grad);

        ops.aten.fill__Scalar(row, -1);
        Assert.Equal(-1f, @base[1, 2].item<float>());
        Assert.Equal(-1f, transposed[2, 1].item<float>());
        Assert.Equal(-1f, step[1, 1].item<float>());
    }

    [Theory]
    [InlineData("graph.pt")]
    [InlineData("graph_legacy.pt")]
    public void Every_element_type_is_read(string file)
    {
        using var scope = NewDisposeScope();
        var dtypes = (Dictionary<string, object?>)Load(file)["dtypes"]!;

        Assert.Equal(12, dtypes.Count);
        foreach (var (name, value) in dtypes)
        {
            var tensor = (Tensor)value!;
            Assert.Equal(StorageTypes.ByName[name], tensor.dtype);
            var whole = tensor.is_complex() ? ops.aten.view_as_real(tensor).select(1, 0) : tensor;
            Assert.Equal([0.0, 1.0, 1.0], whole.to_type(ScalarType.Float64).data<double>().ToArray());
        }
    }

    [Fact]
    public void Everything_that_reading_makes_belongs_to_the_readers_scope()
    {
        using var scope = NewDisposeScope();
        var weight = (Tensor)Load("linear.pth")["weight"]!;

        Assert.Equal([2, 3], weight.shape);
        Assert.Equal(2, scope.DisposablesCount);
        scope.DisposeEverything();
        Assert.True(weight.IsInvalid);
    }

    [Theory]
    [InlineData("evil.pt", "posix.system")]
    [InlineData("evil_legacy.pt", "posix.system")]
    public void A_file_that_asks_for_a_function_is_refused_by_its_name(string file, string global)
    {
        var exception = Assert.Throws<TorchFileFormatException>(() => Load(file));

        Assert.Equal(global, exception.Global);
        Assert.Contains(global, exception.Message);
        Assert.Contains(file, exception.Message);
        Assert.EndsWith(file, exception.FileName);
    }

    [Theory]
    [InlineData("plain.pkl", "not written by torch.save")]
    [InlineData("script.pt", "torch.jit.load")]
    [InlineData("write_files.py", "not written by torch.save")]
    public void Another_kind_of_file_is_refused_with_what_to_do(string file, string expected) =>
        Assert.Contains(expected, Assert.Throws<TorchFileFormatException>(() => Load(file)).Message);

    [Fact]
    public void A_missing_file_is_a_missing_file() =>
        Assert.Throws<FileNotFoundException>(() => serialization.load("/no/such/file.pt".Replace("/no/such", ".")));

    [Theory]
    [InlineData("graph.pt")]
    [InlineData("graph_legacy.pt")]
    public void A_file_cut_anywhere_is_one_clear_error(string file)
    {
        var whole = File.ReadAllBytes(Repository.Golden("serialization", file));
        for (var length = 0; length < whole.Length - 1; length += 7)
        {
            using var cut = new MemoryStream(whole, 0, length);
            Assert.Throws<TorchFileFormatException>(() => serialization.load(cut));
        }
    }

    [Theory]
    [InlineData("graph.pt")]
    [InlineData("graph_legacy.pt")]
    [InlineData("linear.pth")]
    public void A_damaged_file_is_never_more_than_an_error(string file)
    {
        var whole = File.ReadAllBytes(Repository.Golden("serialization", file));
        var random = new Random(1);
        var refused = 0;
        for (var round = 0; round < 1500; round++)
        {
            var damaged = (byte[])whole.Clone();
            for (var flips = 0; flips <= round % 4; flips++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }
            using var scope = NewDisposeScope();
            using var stream = new MemoryStream(damaged);
            try
            {
                serialization.load(stream);
            }
            catch (Exception exception) when (exception is TorchFileFormatException
                || (exception is InvalidOperationException && exception.Message.Contains("map_location")))
            {
                refused++;
            }
        }
        Assert.True(refused > 100, $"only {refused} of the damaged files were noticed");
    }

    [Theory]
    [InlineData(1L << 60)]
    [InlineData(1L << 40)]
    [InlineData(long.MaxValue)]
    [InlineData(2)]
    public void A_storage_that_claims_more_than_the_file_has_is_refused_before_memory_is_made(long count)
    {
        byte[] pickle =
        [
            0x80, 2, .. "ctorch._utils\n_rebuild_tensor_v2\n(("u8, .. Text("storage"), .. "ctorch\nFloatStorage\n"u8, .. Text("0"), .. Text("cpu"),
            0x8a, 8, .. BitConverter.GetBytes(count), .. "tQK\u0000K\u0001"u8, 0x85, .. "K\u0001"u8, 0x85, 0x89, .. "}tR."u8,
        ];
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "archive/data.pkl", pickle);
            Add(zip, "archive/data/0", new byte[4]);
        }

        Assert.Contains("has 4 bytes", Assert.Throws<TorchFileFormatException>(() => serialization.load(file)).Message);

        static byte[] Text(string text) => [(byte)'X', .. BitConverter.GetBytes(text.Length), .. System.Text.Encoding.ASCII.GetBytes(text)];

        static void Add(ZipArchive zip, string name, byte[] content)
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
            entry.Write(content);
        }
    }

    private static Dictionary<string, object?> Load(string file) =>
        Assert.IsType<Dictionary<string, object?>>(serialization.load(Repository.Golden("serialization", file)));
}
