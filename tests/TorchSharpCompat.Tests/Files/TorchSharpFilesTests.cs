using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharpCompat.Tests.Files;

/// <summary>Files that TorchSharp itself wrote (Written/Write.cs.txt is the program) are read.</summary>
public class TorchSharpFilesTests
{
    private static string Written(string name) => Path.Combine(AppContext.BaseDirectory, "Files", "Written", name);

    [Fact]
    public void Components_that_are_properties_find_their_weights()
    {
        using var net = new Net();
        var loaded = new Dictionary<string, bool>();
        net.load(Written("properties.dat"), strict: true, loadedParameters: loaded);

        Assert.Equal(["inner.bias", "inner.weight", "scale"], loaded.Keys.Order());
        Assert.DoesNotContain(false, loaded.Values);
        Assert.Equal([0f, 1], net.inner.weight.data<float>().ToArray());
        Assert.Equal(10f, net.inner.bias!.item<float>());
        Assert.Equal([0.5f, 0.5f], net.scale.data<float>().ToArray());
        Assert.Equal(11f, net.call(ones(1, 2) * 2).item<float>());
    }

    [Fact]
    public void A_saved_tensor_is_read()
    {
        Assert.Equal([0f, 1, 2, 3, 4, 5], torch.load(Written("tensor.dat")).data<float>().ToArray());
        Assert.Equal([2, 3], Tensor.load(Written("tensor.dat")).shape);
    }

    [Fact]
    public void A_script_module_is_no_tensor()
    {
        string script = Directory.GetFiles(AppContext.BaseDirectory, "*.pt", SearchOption.AllDirectories)[0];
        Assert.Contains("torch.jit.load", Assert.Throws<TorchFileFormatException>(() => torch.load(script)).Message);
    }

    [Fact]
    public void Names_of_the_file_alone_are_told_as_not_loaded()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "two.dat");
        using var saved = Sequential(("a", Linear(2, 2)), ("b", Linear(1, 1, hasBias: false)));
        using var other = Sequential(("a", Linear(2, 2)), ("c", Linear(1, 1, hasBias: false)));
        saved.save(file);
        var loaded = new Dictionary<string, bool>();
        other.load(file, strict: false, loadedParameters: loaded);

        Assert.Equal(
            [("a.bias", true), ("a.weight", true), ("b.weight", false), ("c.weight", false)],
            loaded.OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value)));
    }

    private sealed class Net : Module<Tensor, Tensor>
    {
        public Net()
            : base("net") => RegisterComponents();

        public Linear inner { get; set; } = Linear(2, 1);

        public Tensor scale { get; set; } = full(2, 0.5);

        public override Tensor forward(Tensor input) => inner.forward(input * scale);
    }
}
