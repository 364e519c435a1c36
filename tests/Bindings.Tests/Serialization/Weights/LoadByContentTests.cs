using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.Serialization;

/// <summary>Modules load what a file holds, whatever it is called.</summary>
public sealed class LoadByContentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string> Formats => ["dat", "pth", "checkpoint", "lightning", "safetensors", "index", "npz", "packed"];

    public void Dispose()
    {
        _scope.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_is_known_by_its_content(string format)
    {
        var (source, target) = (Net(1), Net(2));
        var path = Save(source, format);
        var loaded = new Dictionary<string, bool>();

        Assert.Same(target, target.load(path, loadedParameters: loaded));
        AssertSame(source, target);
        Assert.Equal(source.state_dict().Keys, loaded.Keys);
        Assert.DoesNotContain(false, loaded.Values);
        var weights = serialization.load_weights(path);
        Assert.Equal(source.state_dict().Keys.Order(), weights.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Streams_are_known_by_their_content_too(string format)
    {
        var (source, target) = (Net(1), Net(2));
        using var stream = new MemoryStream(File.ReadAllBytes(Save(source, format)));
        if (format == "index")
        {
            Assert.Contains("path", Assert.Throws<TorchFileFormatException>(() => target.load(stream)).Message);
            return;
        }
        target.load(stream);
        AssertSame(source, target);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_does_not_fit_is_told_all_at_once_and_nothing_is_loaded(string format)
    {
        var path = Save(Net(1), format);
        var other = Sequential(("0", Linear(2, 4)), ("2", Linear(4, 1)));
        var before = other.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone());
        var error = Assert.Throws<StateDictException>(() => other.load(path));

        Assert.Equal(["2.weight", "2.bias"], error.MissingKeys);
        Assert.Equal(["1.bias", "1.num_batches_tracked", "1.running_mean", "1.running_var", "1.weight"], error.UnexpectedKeys.Order(StringComparer.Ordinal));
        Assert.Equal(2, error.Mismatches.Count);
        Assert.All(before, entry => Assert.True(ops.aten.equal(entry.Value, other.state_dict()[entry.Key])));
        Assert.Throws<StateDictException>(() => other.load(path, strict: false));
        other.load(path, strict: false, skip: ["0.weight", "0.bias"]);
    }

    [Fact]
    public void Python_files_of_both_forms_and_TorchScript_are_loaded()
    {
        var linear = Linear(3, 2);
        linear.load(Repository.Golden("serialization", "linear.pth"));
        var scripted = Linear(1, 1);
        scripted.load(Repository.Golden("serialization", "script.pt"));
        using var stream = File.OpenRead(Repository.Golden("serialization", "script.pt"));
        var again = Linear(1, 1);
        again.load(stream);

        Assert.True(ops.aten.equal(scripted.weight, again.weight));
        var state = (Dictionary<string, object?>)serialization.load(Repository.Golden("serialization", "linear.pth"))!;
        Assert.True(ops.aten.equal((Tensor)state["weight"]!, linear.weight));
    }

    [Theory]
    [InlineData("graph.pt", "no tensor")]
    [InlineData("graph_legacy.pt", "no tensor")]
    [InlineData("evil.pt", "posix.system")]
    [InlineData("evil_legacy.pt", "posix.system")]
    [InlineData("numpy/f4.npy", "np.load")]
    public void What_is_no_state_is_refused_with_what_it_is(string file, string expected)
    {
        var path = Repository.Golden("serialization", file);
        var error = Assert.Throws<TorchFileFormatException>(() => Net(1).load(path));
        Assert.Contains(expected, error.Message);
        Assert.Contains(path, error.Message);
    }

    [Fact]
    public void Files_of_no_format_are_refused_by_name()
    {
        foreach (var content in (byte[][])[[], [0, 1], [1], "some text, which is no weights at all"u8.ToArray(), new byte[1000]])
        {
            var path = _folder.Put("x.bin", content);
            Assert.Contains("x.bin", Assert.Throws<InvalidDataException>(() => Net(1).load(path)) is var error ? error.Message : "");
        }
    }

    [Fact]
    public void A_dat_file_may_begin_like_another_format()
    {
        // 123 tensors make the first byte a brace, 256 the first two a pickle's.
        foreach (var count in (int[])[80, 123, 256])
        {
            var state = Enumerable.Range(0, count).ToDictionary(index => new string('n', 34) + index, index => full([1], index, dtype: ScalarType.Float32));
            using var stream = new MemoryStream();
            using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
            {
                Module.save_state_dict(writer, state);
            }
            var read = serialization.load_weights(_folder.Put("many.dat", stream.ToArray()));
            Assert.Equal(state.Keys, read.Keys);
            Assert.Equal(count - 1f, read.Values.Last().item<float>());
        }
    }

    [Theory]
    [InlineData("dat")]
    [InlineData("pth")]
    [InlineData("safetensors")]
    [InlineData("npz")]
    public void Progress_is_told_while_loading(string format)
    {
        using var progress = new RecordingProgress();
        Net(2).load(Save(Net(1), format), progress);

        Assert.True(progress.Maximum > 0);
        Assert.Equal(format == "safetensors" || format == "dat" ? progress.Maximum!.Value : progress.Value, progress.Value);
        Assert.True(progress.Value > progress.Maximum / 2);
    }

    [Fact]
    public void Progress_is_told_while_saving()
    {
        using var progress = new RecordingProgress();
        var net = Net(1);
        net.save(_folder.File("a.dat"), null, progress);

        Assert.Equal(net.state_dict().Values.Sum(value => value.numel() * value.element_size()), progress.Maximum);
        Assert.Equal(progress.Maximum, progress.Value);
        Net(2).load(_folder.File("a.dat"));
    }

    [Fact]
    public void A_dat_file_changed_by_chance_is_never_more_than_an_error()
    {
        var whole = File.ReadAllBytes(Save(Net(1), "dat"));
        var mutations = new Mutations(whole, whole.Length, seed: 17);
        var refused = 0;
        for (var round = 0; round < 6000; round++)
        {
            using var scope = NewDisposeScope();
            var path = _folder.Put("damaged", mutations.Next());
            try
            {
                serialization.load_weights(path);
            }
            catch (Exception error) when (error is TorchFileFormatException or InvalidDataException or NotSupportedException)
            {
                refused++;
            }
        }
        Assert.True(refused > 2000, $"only {refused} of the damaged files were noticed");
    }

    private static TorchSharp.Modules.Sequential Net(int seed)
    {
        manual_seed(seed);
        var net = Sequential(("0", Linear(2, 3)), ("1", BatchNorm1d(3)));
        using var noGrad = no_grad();
        net.state_dict()["1.running_mean"].fill_(seed);
        return net;
    }

    private static void AssertSame(Module source, Module target) => Assert.All(source.state_dict(), entry =>
    {
        Assert.Equal(entry.Value.dtype, target.state_dict()[entry.Key].dtype);
        Assert.True(ops.aten.equal(entry.Value, target.state_dict()[entry.Key]), entry.Key);
    });

    // Every file is named for another format.
    private string Save(Module module, string format)
    {
        var state = module.state_dict();
        switch (format)
        {
            case "dat":
                module.save(_folder.File("a.safetensors"));
                return _folder.File("a.safetensors");
            case "pth":
                serialization.save(state, _folder.File("a.npz"));
                return _folder.File("a.npz");
            case "checkpoint":
                serialization.save(new Dictionary<string, object?> { ["model"] = state, ["epoch"] = 3 }, _folder.File("a.dat"));
                return _folder.File("a.dat");
            case "lightning":
                serialization.save(new Dictionary<string, object?> { ["epoch"] = 3, ["state_dict"] = state, ["optimizer_states"] = new List<object?> { zeros(2) } },
                    _folder.File("a.dat"));
                return _folder.File("a.dat");
            case "safetensors":
                safetensors.torch.save_model(module, _folder.File("a.pth"));
                return _folder.File("a.pth");
            case "index":
                return safetensors.torch.save_torch_state_dict(state, _folder.Path, max_shard_size: 8);
            case "npz":
                np.savez(_folder.File("a.npz"), state);
                File.Move(_folder.File("a.npz"), _folder.File("b.pt"));
                return _folder.File("b.pt");
            default:
                np.savez_compressed(_folder.File("a.npz"), state);
                return _folder.File("a.npz");
        }
    }
}
