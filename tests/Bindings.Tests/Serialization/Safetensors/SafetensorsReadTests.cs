using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Serialization;

/// <summary>Files that were written from the format's specification, by Python.</summary>
public class SafetensorsReadTests
{
    private static string Golden(string name) => Repository.Golden("serialization", "safetensors", name);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_element_type_is_read(bool mmap)
    {
        using var scope = NewDisposeScope();
        var tensors = safetensors.torch.load_file(Golden("types.safetensors"), mmap: mmap);

        Assert.Equal(14, tensors.Count);
        foreach (var (name, type) in new (string, ScalarType)[]
        {
            ("f64", ScalarType.Float64), ("f32", ScalarType.Float32), ("f16", ScalarType.Float16), ("bf16", ScalarType.BFloat16),
            ("i64", ScalarType.Int64), ("i32", ScalarType.Int32), ("i16", ScalarType.Int16), ("i8", ScalarType.Int8), ("u8", ScalarType.Byte),
            ("bool", ScalarType.Bool), ("c64", ScalarType.ComplexFloat32),
        })
        {
            var tensor = tensors[name];
            Assert.Equal(type, tensor.dtype);
            Assert.Equal([2, 3], tensor.shape);
            double[] values = [0, 1, -2.5, 100, 0.25, 7];
            double[] expected = type switch
            {
                ScalarType.Bool => [0, 1, 1, 1, 1, 1],
                ScalarType.Byte => [0, 1, 2, 100, 0, 7],
                ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64 => [0, 1, -2, 100, 0, 7],
                _ => values,
            };
            var real = tensor.is_complex() ? ops.aten.view_as_real(tensor).select(2, 0) : tensor;
            Assert.Equal(expected, real.to_type(ScalarType.Float64).contiguous().data<double>().ToArray());
        }
        Assert.Equal(-100f, ops.aten.view_as_real(tensors["c64"])[1, 0, 1].item<float>());
        Assert.Equal(2.5f, tensors["scalar"].item<float>());
        Assert.Empty(tensors["scalar"].shape);
        Assert.Equal([0, 3], tensors["empty"].shape);
        Assert.Equal(1f, tensors["Größe/重み"].item<float>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tensors_at_odd_places_are_read(bool mmap)
    {
        using var scope = NewDisposeScope();
        var tensors = safetensors.torch.load_file(Golden("unaligned.safetensors"), mmap: mmap);

        Assert.Equal([0f, 1f, 2f, 3f], tensors["float"].data<float>().ToArray());
        Assert.Equal([(Half)0, (Half)1, (Half)2], tensors["half"].data<Half>().ToArray());
        Assert.Equal((byte)1, tensors["byte"].item<byte>());
    }

    [Fact]
    public void Writing_to_a_mapped_tensor_leaves_the_file_alone()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var path = folder.File("a.safetensors");
        safetensors.torch.save_file(new Dictionary<string, Tensor> { ["x"] = arange(8, dtype: ScalarType.Float32) }, path);
        var before = File.ReadAllBytes(path);
        var mapped = safetensors.torch.load_file(path, mmap: true)["x"];

        mapped.fill_(-1);

        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal(-8f, mapped.sum().item<float>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Tensors_of_a_file_share_no_memory_and_outlive_it(bool mmap)
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var path = folder.File("a.safetensors");
        var saved = new Dictionary<string, Tensor>
        {
            ["long"] = rand(3_000_000), ["whole"] = arange(1000), ["half"] = rand(77).to(ScalarType.Float16), ["mask"] = rand(50) > 0.5,
        };
        safetensors.torch.save_file(saved, path);
        var loaded = safetensors.torch.load_file(path, mmap: mmap);
        File.Delete(path);

        // What shares memory would be refused.
        safetensors.torch.save_file(loaded, folder.File("b.safetensors"));
        serialization.save(loaded, folder.File("b.pth"));

        Assert.Equal(0L, loaded["long"].storage_offset());
        Assert.All(saved, entry => Assert.True(ops.aten.equal(entry.Value, loaded[entry.Key]), entry.Key));
    }

    [Fact]
    public void A_file_without_tensors_is_one()
    {
        Assert.Empty(safetensors.torch.load_file(Golden("nothing.safetensors")));
        using var file = safetensors.safe_open(Golden("nothing.safetensors"));
        Assert.Empty(file.keys());
        Assert.Empty(file.metadata());
    }

    [Fact]
    public void Single_tensors_are_read_from_an_open_file()
    {
        using var scope = NewDisposeScope();
        using var file = safetensors.safe_open(Golden("types.safetensors"), framework: "pt", device: CPU);

        Assert.Equal("pt", file.metadata()["format"]);
        Assert.Equal("äß \"quoted\"", file.metadata()["note"]);
        Assert.Equal(file.keys().Order(StringComparer.Ordinal), file.keys());
        Assert.Equal("f64", file.offset_keys()[0]);
        Assert.Equal([0.0, 1, -2.5, 100, 0.25, 7], file.get_tensor("f64").flatten().data<double>().ToArray());
        var missing = Assert.Throws<KeyNotFoundException>(() => file.get_tensor("f128"));
        Assert.Contains("'f128'", missing.Message);
        Assert.Contains("'f64'", missing.Message);
        Assert.Throws<ArgumentException>(() => safetensors.safe_open(Golden("types.safetensors"), framework: "tf"));
    }

    [Fact]
    public void A_file_that_is_closed_says_so()
    {
        var file = safetensors.safe_open(Golden("types.safetensors"));
        file.Dispose();
        Assert.Throws<ObjectDisposedException>(() => file.get_tensor("f64"));
    }

    [Fact]
    public void Types_that_tensors_do_not_have_are_named_and_the_rest_is_readable()
    {
        using var scope = NewDisposeScope();
        using var file = safetensors.safe_open(Golden("newer.safetensors"));

        foreach (var (name, type) in new[] { ("e4m3", "F8_E4M3"), ("e5m2", "F8_E5M2"), ("u16", "U16"), ("u64", "U64"), ("f4", "F4") })
        {
            var error = Assert.Throws<NotSupportedException>(() => file.get_tensor(name));
            Assert.Contains(name, error.Message);
            Assert.Contains(type, error.Message);
            Assert.Equal(type, file.get_slice(name).get_dtype());
        }
        Assert.Equal(2f, file.get_tensor("plain").sum().item<float>());
        Assert.Throws<NotSupportedException>(() => safetensors.torch.load_file(Golden("newer.safetensors")));
    }

    [Fact]
    public void Split_files_are_read_through_their_index()
    {
        using var scope = NewDisposeScope();
        var tensors = safetensors.torch.load_file(Golden("model.safetensors.index.json"));

        Assert.Equal(["0.bias", "0.weight", "1.weight"], tensors.Keys.Order());
        Assert.Equal([10f, 11f, 12f], tensors["1.weight"].flatten().data<float>().ToArray());
        using var file = safetensors.safe_open(Golden("model.safetensors.index.json"));
        Assert.Equal("48", file.metadata()["total_size"]);
        Assert.Equal([3L, 2L], file.get_slice("0.weight").get_shape());
    }

    [Theory]
    [InlineData("""{"weight_map": {"a": "../outside.safetensors"}}""", "../outside.safetensors")]
    [InlineData("""{"weight_map": {"a": "/etc/passwd"}}""", "/etc/passwd")]
    [InlineData("""{"weight_map": {"a": 7}}""", "'a'")]
    [InlineData("""{"metadata": {}}""", "weight_map")]
    [InlineData("""{"weight_map": {"a": """, "JSON")]
    [InlineData("""{"weight_map": {"absent": "part.safetensors"}}""", "absent")]
    public void An_index_that_leads_nowhere_is_an_error(string json, string expected)
    {
        using var folder = new TemporaryFolder();
        File.Copy(Golden("nothing.safetensors"), folder.File("part.safetensors"));
        var path = folder.Put("x.index.json", json);

        Assert.Contains(expected, Assert.Throws<TorchFileFormatException>(() => safetensors.torch.load_file(path)).Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Progress_is_told_to_the_last_byte(bool mmap)
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var tensors = new Dictionary<string, Tensor> { ["a"] = zeros(3_000_000), ["b"] = zeros(7) };
        using var written = new RecordingProgress();
        safetensors.torch.save_file(tensors, folder.File("a.safetensors"), progress: written);
        using var read = new RecordingProgress();
        safetensors.torch.load_file(folder.File("a.safetensors"), mmap: mmap, progress: read);

        Assert.Equal(12_000_028, written.Maximum);
        Assert.Equal(12_000_028, written.Value);
        Assert.Equal(12_000_028, read.Maximum);
        Assert.Equal(12_000_028, read.Value);
        Assert.True(read.Steps >= 2);
    }

    [Fact]
    public void A_file_cut_while_it_is_open_is_an_exception()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.safetensors");
        using (var x = zeros(100_000))
        {
            safetensors.torch.save_file(new Dictionary<string, Tensor> { ["x"] = x }, path);
        }
        using var file = safetensors.safe_open(path);
        using (var other = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            other.SetLength(1000);
        }

        var error = Assert.Throws<TorchFileFormatException>(() => file.get_tensor("x"));
        Assert.Contains("shortened", error.Message);
        Assert.Equal(path, error.FileName);
    }
}
