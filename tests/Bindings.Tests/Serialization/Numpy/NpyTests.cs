using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Serialization;

/// <summary>NumPy's arrays.</summary>
public class NpyTests
{
    private static readonly JsonElement Expected = JsonDocument.Parse(File.ReadAllText(Golden("expected.json"))).RootElement;

    public static TheoryData<string> Files => [.. Expected.EnumerateArray().Select(entry => entry.GetProperty("file").GetString()!)];

    private static string Golden(string name) => Repository.Golden("serialization", "numpy", name);

    [Theory]
    [MemberData(nameof(Files))]
    public void Arrays_are_read_as_numpy_wrote_them(string file)
    {
        using var scope = NewDisposeScope();
        var entry = Expected.EnumerateArray().Single(entry => entry.GetProperty("file").GetString() == file);
        var dtype = entry.GetProperty("dtype").GetString()!;
        ScalarType? wide = dtype switch { "uint16" => ScalarType.Int32, "uint32" or "uint64" => ScalarType.Int64, _ => null };
        if (wide is not null)
        {
            Assert.Contains(dtype, Assert.Throws<NotSupportedException>(() => np.load(Golden(file))).Message);
        }
        var tensor = np.load(Golden(file), wide);

        Assert.Equal(wide ?? StorageTypes.ByName[dtype], tensor.dtype);
        Assert.Equal(Numbers(entry, "shape"), tensor.shape);
        if (tensor.numel() > 1)
        {
            Assert.Equal(Numbers(entry, "strides"), tensor.stride());
        }
        var whole = tensor.is_complex() ? ops.aten.view_as_real(tensor) : tensor;
        if (is_integral(tensor.dtype))
        {
            Assert.Equal(Numbers(entry, "values"), whole.to_type(ScalarType.Int64).contiguous().data<long>().ToArray());
        }
        else
        {
            double[] values = [.. entry.GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];
            Assert.Equal(values, whole.to_type(ScalarType.Float64).contiguous().data<double>().ToArray());
        }
        if (wide is null && entry.GetProperty("plain").GetBoolean())
        {
            using var written = new MemoryStream();
            np.save(written, tensor);
            Assert.Equal(File.ReadAllBytes(Golden(file)), written.ToArray());
        }
    }

    [Theory]
    [InlineData("structured", "structured")]
    [InlineData("objects", "never unpickled")]
    [InlineData("text", "text")]
    [InlineData("bytes", "text")]
    [InlineData("time", "times")]
    [InlineData("raw", "raw bytes")]
    [InlineData("long_double", "another width")]
    public void What_is_no_array_of_numbers_is_refused_by_name(string kind, string expected) =>
        Assert.Contains(expected, Assert.Throws<NotSupportedException>(() => np.load(Golden($"refused_{kind}.npy"))).Message);

    [Theory]
    [InlineData("plain.npz", "np.load_npz")]
    [InlineData("expected.json", "signature")]
    public void Another_kind_of_file_is_refused_with_what_to_do(string file, string expected)
    {
        var error = Assert.Throws<TorchFileFormatException>(() => np.load(Golden(file)));
        Assert.Contains(expected, error.Message);
        Assert.Equal(Golden(file), error.FileName);
    }

    [Fact]
    public void Pickles_are_refused_as_such()
    {
        using var stream = File.OpenRead(Repository.Golden("serialization", "plain.pkl"));
        Assert.Contains("pickle", Assert.Throws<TorchFileFormatException>(() => np.load(stream)).Message);
    }

    [Fact]
    public void Big_unsigned_numbers_are_refused_and_not_turned_negative()
    {
        using var scope = NewDisposeScope();
        var bytes = File.ReadAllBytes(Golden("u8.npy"));
        bytes[^1] = 0x80;
        Assert.Contains("2^63", Assert.Throws<NotSupportedException>(() => np.load(new MemoryStream(bytes), ScalarType.Int64)).Message);
    }

    [Fact]
    public void Several_arrays_follow_one_another_in_a_stream()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        np.save(stream, arange(3));
        np.save(stream, eye(2));
        stream.Position = 0;

        Assert.Equal([0L, 1, 2], np.load(stream).data<long>().ToArray());
        Assert.True(ops.aten.equal(eye(2), np.load(stream)));
        Assert.Throws<TorchFileFormatException>(() => np.load(stream));
    }

    [Fact]
    public void A_name_without_extension_gets_one()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        np.save(folder.File("a"), ones(2).t());
        np.savez(folder.File("b"), ones(2), zeros(1));
        np.savez_compressed(folder.File("c.npz"), new Dictionary<string, Tensor> { ["x"] = ones(2) });

        Assert.Equal(["a.npy", "b.npz", "c.npz"], folder.Files.Order());
    }

    [Fact]
    public void What_numpy_cannot_hold_is_refused()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        Assert.Contains("BFloat16", Assert.Throws<NotSupportedException>(() => np.save(folder.File("a"), zeros(2, dtype: ScalarType.BFloat16))).Message);
        Assert.Throws<NotSupportedException>(() => np.save(folder.File("a"), zeros(2, 2).to_sparse()));
        Assert.Empty(folder.Files);
    }

    [Theory]
    [InlineData("f4_big_fortran.npy")]
    [InlineData("version2.npy")]
    [InlineData("b1.npy")]
    public void A_file_changed_by_chance_is_never_more_than_an_error(string file)
    {
        var whole = File.ReadAllBytes(Golden(file));
        var mutations = new Mutations(whole, whole.Length - 30, seed: 11);
        var refused = 0;
        for (var round = 0; round < 4000; round++)
        {
            using var scope = NewDisposeScope();
            try
            {
                np.load(new MemoryStream(mutations.Next()));
            }
            catch (Exception error) when (error is TorchFileFormatException or NotSupportedException)
            {
                refused++;
            }
        }
        Assert.True(refused > 1000, $"only {refused} of the damaged files were noticed");
    }

    [Theory]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1152921504606846976,), }", "impossible shape")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (288230376151711744,), }", "cut short")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387904, 4611686018427387904, 0), }", "impossible shape")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }", "impossible shape")]
    [InlineData("{'descr': '<f4', 'fortran_order': 0, 'shape': (1,), }", "no dictionary")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': 3, }", "no dictionary")]
    [InlineData("{'descr': 4, 'fortran_order': False, 'shape': (1,), }", "no text")]
    [InlineData("__import__('os').system('echo never')", "no Python dictionary")]
    [InlineData("((((((((((((((((((((((((((((((((((((((((((((((((", "no Python dictionary")]
    public void Heads_that_lie_are_refused_before_anything_is_made(string head, string expected)
    {
        byte[] file = [0x93, .. "NUMPY"u8, 1, 0, (byte)head.Length, 0, .. System.Text.Encoding.ASCII.GetBytes(head), 1, 2, 3, 4];
        Assert.Contains(expected, Assert.Throws<TorchFileFormatException>(() => np.load(new MemoryStream(file))).Message);
    }

    private static long[] Numbers(JsonElement entry, string name) => [.. entry.GetProperty(name).EnumerateArray().Select(value => value.GetInt64())];
}
