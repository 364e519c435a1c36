using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Serialization;

/// <summary>NumPy's archives of arrays.</summary>
public class NpzTests
{
    private static string Golden(string name) => Repository.Golden("serialization", "numpy", name);

    [Theory]
    [InlineData("plain.npz", "arr_0")]
    [InlineData("packed.npz", "big")]
    public void Archives_are_read_as_numpy_wrote_them(string file, string other)
    {
        using var scope = NewDisposeScope();
        using var archive = np.load_npz(Golden(file));

        Assert.Equal(new[] { other, "deep/name", "naïve", "weight" }.Order(StringComparer.Ordinal), archive.files.Order(StringComparer.Ordinal));
        Assert.Equal([0f, 1, 2, 3, 4, 5], archive["weight"].flatten().data<float>().ToArray());
        Assert.Equal([true, false], archive["deep/name.npy"].data<bool>().ToArray());
        Assert.Equal(4.0, archive["naïve"].sum().item<double>());
        Assert.Equal(file == "packed.npz" ? [300, 1000] : [3L], archive[other].shape);
        Assert.Contains("'weight'", Assert.Throws<KeyNotFoundException>(() => archive["no"]).Message);
    }

    [Fact]
    public void An_archive_may_be_empty()
    {
        using var archive = np.load_npz(Golden("none.npz"));
        Assert.Empty(archive.files);
    }

    [Fact]
    public void What_is_no_archive_is_refused() =>
        Assert.Contains("np.load", Assert.Throws<TorchFileFormatException>(() => np.load_npz(Golden("f4.npy"))).Message);

    [PythonFact("numpy")]
    public void Python_reads_what_we_write()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var tensors = new Dictionary<string, Tensor>
        {
            ["turned"] = arange(6, dtype: ScalarType.Float32).reshape(2, 3).t(), ["scalar"] = tensor(2.5), ["empty"] = zeros(0, 3), ["naïve"] = ones(1),
            ["long"] = rand(200_000),
        };
        foreach (var type in Enum.GetValues<ScalarType>().Where(type => type is <= ScalarType.Bool and not ScalarType.ComplexFloat16))
        {
            tensors[$"{type}"] = tensor(new[] { 0.0, 1, 2.5, 100 }).to_type(type);
        }
        np.savez(folder.File("plain.npz"), tensors);
        np.savez_compressed(folder.File("packed.npz"), tensors);
        np.savez(folder.File("listed.npz"), arange(2), arange(3));
        np.save(folder.File("one.npy"), tensors["turned"]);
        serialization.save(tensors, folder.File("a.pt"));

        Assert.Equal("same", Python.Run("""
            import sys, numpy, torch
            expected = torch.load(sys.argv[1] + "/a.pt")
            for name in ("plain.npz", "packed.npz"):
                archive = numpy.load(sys.argv[1] + "/" + name, allow_pickle=False)
                assert set(archive.files) == set(expected), archive.files
                for key, tensor in expected.items():
                    array = archive[key]
                    assert array.dtype == tensor.numpy().dtype and array.shape == tuple(tensor.shape) and (array == tensor.numpy()).all(), key
            assert numpy.load(sys.argv[1] + "/listed.npz")["arr_1"].tolist() == [0, 1, 2]
            assert numpy.load(sys.argv[1] + "/one.npy").tolist() == expected["turned"].tolist()
            print("same")
            """, folder.Path));
        foreach (var file in (string[])["plain.npz", "packed.npz"])
        {
            using var archive = np.load_npz(folder.File(file));
            Assert.All(tensors, entry => Assert.True(ops.aten.equal(entry.Value, archive[entry.Key]), entry.Key));
        }
    }

    [Theory]
    [InlineData("plain.npz")]
    [InlineData("packed.npz")]
    public void A_file_changed_by_chance_is_never_more_than_an_error(string file)
    {
        var whole = File.ReadAllBytes(Golden(file));
        var mutations = new Mutations(whole, whole.Length, seed: 13);
        var refused = 0;
        for (var round = 0; round < 1500; round++)
        {
            using var scope = NewDisposeScope();
            try
            {
                using var archive = np.load_npz(new MemoryStream(mutations.Next()));
                foreach (var name in archive.files)
                {
                    archive.get(name);
                }
            }
            catch (Exception error) when (error is TorchFileFormatException or NotSupportedException)
            {
                refused++;
            }
        }
        Assert.True(refused > 500, $"only {refused} of the damaged files were noticed");
    }
}
