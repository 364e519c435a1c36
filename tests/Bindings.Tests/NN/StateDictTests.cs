using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.NN;

public class StateDictTests
{
    [Fact]
    public void ValuesComeBack()
    {
        using var source = Net(1);
        using var target = Net(2);
        Assert.False(ops.aten.equal(source.state_dict()["0.weight"], target.state_dict()["0.weight"]));
        target.load_state_dict(source.state_dict());
        Assert.All(source.state_dict(), entry => Assert.True(ops.aten.equal(entry.Value, target.state_dict()[entry.Key]), entry.Key));
    }

    [Fact]
    public void EveryMisfitIsNamedAndNothingIsLoaded()
    {
        using var net = Net(1);
        using var scope = NewDisposeScope();
        var before = net.state_dict()["1.weight"].clone();
        var wrong = new Dictionary<string, Tensor>
        {
            ["0.weight"] = zeros(3, 4),
            ["0.bias"] = zeros(7),
            ["1.weight"] = zeros(3),
            ["other"] = zeros(1),
        };
        var error = Assert.Throws<StateDictException>(() => net.load_state_dict(wrong));
        Assert.Equal(["1.bias", "1.running_mean", "1.running_var"], error.MissingKeys);
        Assert.Equal(["other"], error.UnexpectedKeys);
        Assert.Equal(2, error.Mismatches.Count);
        Assert.All(["1.bias", "1.running_mean", "1.running_var", "other", "[3, 4]", "[3, 2]", "[7]", "[3]"], part =>
            Assert.Contains(part, error.Message));
        Assert.True(ops.aten.equal(before, net.state_dict()["1.weight"]));
    }

    [Fact]
    public void LenientLoadingTellsWhatDidNotFit()
    {
        using var net = Net(1);
        using var bias = ones(3);
        var (missing, unexpected) = net.load_state_dict(new() { ["0.bias"] = bias, ["more"] = bias }, strict: false, skip: ["0.weight"]);
        Assert.Equal(["1.weight", "1.bias", "1.running_mean", "1.running_var"], missing);
        Assert.Equal(["more"], unexpected);
        Assert.True(ops.aten.equal(net.get_parameter("0.bias")!, bias));
    }

    [Fact]
    public void FilesBringBackEveryElementType()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "net.dat");
        using var source = Net(1);
        source.register_buffer("mask", tensor(new[] { true, false, true }));
        source.register_buffer("half", randn(2, 3).to(ScalarType.Float16));
        source.register_buffer("empty", zeros(0, 4));
        source.register_buffer("transposed", randn(3, 2).t());
        source.save(path);

        using var target = Net(2);
        target.register_buffer("mask", zeros([3], ScalarType.Bool));
        target.register_buffer("half", zeros([2, 3], ScalarType.Float16));
        target.register_buffer("empty", zeros(0, 4));
        target.register_buffer("transposed", zeros(2, 3));
        var loaded = new Dictionary<string, bool>();
        target.load(path, loadedParameters: loaded);
        Assert.All(loaded, entry => Assert.True(entry.Value, entry.Key));
        Assert.Equal(source.state_dict().Keys, loaded.Keys);
        Assert.All(source.state_dict(), entry => Assert.True(ops.aten.equal(entry.Value, target.state_dict()[entry.Key]), entry.Key));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void FilesAreTorchSharps()
    {
        using var net = Linear(2, 1);
        net.load_state_dict(new() { ["weight"] = tensor(new[] { 1f, -2f }).reshape(1, 2), ["bias"] = tensor(new[] { 0.5f }) });
        using var stream = new MemoryStream();
        net.save(stream);
        // Two tensors; name, float32 (6), dimensions, sizes, elements.
        byte[] expected =
        [
            2,
            6, .. "weight"u8, 6, 2, 1, 2, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0,
            4, .. "bias"u8, 6, 1, 1, 0, 0, 0, 0x3F,
        ];
        Assert.Equal(expected, stream.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(20)]
    public void AFileCutShortIsOneClearError(int length)
    {
        using var net = Linear(2, 1);
        using var stream = new MemoryStream();
        net.save(stream);
        using var cut = new MemoryStream(stream.ToArray()[..length]);
        Assert.Throws<InvalidDataException>(() => net.load(cut));
    }

    [Fact]
    public void AFailedSaveLeavesTheOldFile()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "net.dat");
        using var net = Linear(2, 1);
        net.save(path);
        var before = File.ReadAllBytes(path);
        var broken = Linear(2, 1);
        broken.weight.Dispose();
        Assert.Throws<ObjectDisposedException>(() => broken.save(path));
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void OlderFilesMayLackTheCountOfBatches()
    {
        using var norm = BatchNorm2d(2);
        var state = norm.state_dict();
        state.Remove("num_batches_tracked");
        Assert.Empty(norm.load_state_dict(state).missing_keys);
    }

    private static TorchSharp.Modules.Sequential Net(long seed)
    {
        manual_seed(seed);
        return Sequential(Linear(2, 3), BatchNorm1d(3));
    }
}
