using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Serialization;

/// <summary>Files that are read in pieces by several threads, or mapped into memory.</summary>
public sealed class TorchFileLargeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose()
    {
        _scope.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Storages_of_many_pieces_come_back_whole(bool mmap)
    {
        var saved = Weights();
        serialization.save(saved, Path);

        var loaded = Load(mmap);

        Assert.Equal(saved.Keys, loaded.Keys);
        Assert.All(saved, entry => Assert.True(ops.aten.equal((Tensor)entry.Value!, (Tensor)loaded[entry.Key]!), entry.Key));
        Assert.Equal([1, 3000], ((Tensor)loaded["turned"]!).stride());
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void A_bit_that_is_wrong_in_any_piece_is_found(double place)
    {
        serialization.save(new Dictionary<string, Tensor> { ["x"] = rand(6_000_000), ["y"] = rand(10) }, Path);
        using (var file = File.Open(Path, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Position = (long)(file.Length * place);
            var value = file.ReadByte();
            file.Position--;
            file.WriteByte((byte)(value ^ 1));
        }

        var error = Assert.Throws<TorchFileFormatException>(() => serialization.load(Path));

        Assert.Contains("archive/data/0", error.Message);
        Assert.Contains("checksum", error.Message);
        Assert.Equal(Path, error.FileName);
    }

    [Fact]
    public void Mapped_tensors_show_the_file_and_never_change_it()
    {
        serialization.save(Weights(), Path);
        var before = File.ReadAllBytes(Path);
        var loaded = Load(mmap: true);

        foreach (var value in loaded.Values)
        {
            ((Tensor)value!).fill_(0);
        }

        Assert.Equal(before, File.ReadAllBytes(Path));
        Assert.Equal(0, ((Tensor)loaded["long"]!).count_nonzero().item<long>());
        Assert.NotEqual(0, ((Tensor)Load(mmap: true)["long"]!).count_nonzero().item<long>());
    }

    [Fact]
    public void The_mapping_ends_with_the_last_tensor()
    {
        if (!OperatingSystem.IsLinux())
        {
            // Elsewhere nothing tells what is mapped.
            return;
        }
        serialization.save(Weights(), Path);

        var loaded = Load(mmap: true);
        Assert.Contains(Path, File.ReadAllText("/proc/self/maps"));
        foreach (var value in loaded.Values)
        {
            ((Tensor)value!).Dispose();
        }

        Assert.DoesNotContain(Path, File.ReadAllText("/proc/self/maps"));
    }

    [Fact]
    public void What_shares_memory_in_a_file_shares_it_when_mapped()
    {
        var whole = arange(12, dtype: ScalarType.Float32).reshape(3, 4);
        serialization.save(new Dictionary<string, Tensor> { ["whole"] = whole, ["row"] = whole[1] }, Path);

        var loaded = Load(mmap: true);
        ((Tensor)loaded["row"]!).fill_(-1);

        Assert.Equal(-4f, ((Tensor)loaded["whole"]!)[1].sum().item<float>());
    }

    [Fact]
    public void Mapped_tensors_can_be_saved_again()
    {
        serialization.save(Weights(), Path);
        var loaded = Load(mmap: true);

        serialization.save(loaded, _folder.File("again.pth"));

        Assert.Equal(new FileInfo(Path).Length, new FileInfo(_folder.File("again.pth")).Length);
    }

    [Fact]
    public void The_older_form_cannot_be_mapped()
    {
        var legacy = Repository.Golden("serialization", "graph_legacy.pt");

        Assert.Contains("mmap", Assert.Throws<TorchFileFormatException>(() => serialization.load(legacy, mmap: true)).Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Progress_reaches_the_files_length(bool mmap)
    {
        serialization.save(Weights(), Path);
        using var progress = new RecordingProgress();

        serialization.load(Path, progress: progress, mmap: mmap);

        Assert.Equal(new FileInfo(Path).Length, progress.Maximum);
        Assert.Equal(progress.Maximum, progress.Value);
        Assert.True(progress.Steps > (mmap ? 1 : 5));
    }

    private string Path => _folder.File("weights.pth");

    private Dictionary<string, object?> Load(bool mmap) => (Dictionary<string, object?>)serialization.load(Path, mmap: mmap)!;

    // More than a piece, less than one, of several types, and a view that is not contiguous.
    private static Dictionary<string, object?> Weights() => new()
    {
        ["long"] = rand(5_000_001), ["short"] = rand(3), ["mask"] = rand(3_000_000) > 0.5, ["turned"] = rand(1000, 3000).t(),
        ["double"] = rand(7, dtype: ScalarType.Float64), ["none"] = zeros(0, 3), ["whole"] = arange(9),
    };
}
