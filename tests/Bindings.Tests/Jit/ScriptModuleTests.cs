using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Jit;

public class ScriptModuleTests
{
    private static readonly string[] Labels = ["labels.txt", "note.json", "absent"];

    [Fact]
    public void Typed_modules_convert_what_comes()
    {
        using DisposeScope scope = NewDisposeScope();
        using var recurrent = jit.load<Tensor, (Tensor, (Tensor, Tensor))>(JitGoldens.File("recurrent.pt"));
        var (output, (hidden, cell)) = recurrent.call(zeros(2, 3, 3));
        Assert.Equal([2, 3, 4], output.shape);
        Assert.Equal([1, 2, 4], hidden.shape);
        Assert.Equal([1, 2, 4], cell.shape);

        using var plain = jit.load<Tensor>(JitGoldens.File("traced.pt"));
        Assert.Equal([3, 2], plain.call(zeros(3, 5)).shape);

        using jit.ScriptModule values = jit.load(JitGoldens.File("values.pt"));
        Tensor t = ones(2);
        Assert.Equal(42, values.invoke<int>("whole", 6, 7));
        Assert.Equal(42L, values.invoke<int, long>("whole", 6, 7));
        Assert.Equal(0.25, values.invoke<double>("real", 1, 4));
        Assert.Equal(0.25f, values.invoke<float>("real", 1.0f, 4));
        Assert.False(values.invoke<bool>("truth", true));
        Assert.Equal(new System.Numerics.Complex(-2, 1), values.invoke<System.Numerics.Complex>("imaginary", new System.Numerics.Complex(1, 2)));
        Assert.Equal([1, 2, 2], values.invoke<int[]>("ints", new[] { 1, 2 }));
        Assert.Equal([1, 2, 2], values.invoke<List<long>>("ints", new List<int> { 1, 2 }));
        Assert.Equal([1f], values.invoke<float[]>("floats", new[] { 0.5f }));
        Assert.Equal(["a!"], values.invoke<string[]>("strings", new object[] { new[] { "a" } }));
        Assert.Empty(values.invoke<string[]>("strings", new List<string>()));
        Assert.Equal(2, values.invoke<List<Tensor>>("tensors", new object[] { new[] { t, t } }).Count);
        (long count, Tensor twice) = values.invoke<(long, Tensor)>("pair", (t, 4));
        Assert.Equal(5, count);
        Assert.Equal(2f, twice[0].item<float>());
        (Tensor a, Tensor b) = values.invoke<(Tensor, Tensor)>("two", t);
        Assert.Equal(1f, (b - a)[0].item<float>());
        Assert.Equal(3, values.invoke<Tensor[]>("three", t).Length);
        Assert.Equal(["aa"], values.invoke<Dictionary<string, Tensor>>("by_name", new Dictionary<string, Tensor> { ["a"] = t }).Keys);
        Assert.Equal(2L, values.invoke<Dictionary<string, long>>("counts", new Dictionary<string, int> { ["a"] = 1 })["a"]);
        Assert.Equal("x", values.invoke<Dictionary<long, string>>("by_number", new Dictionary<int, string> { [1] = "x" })[2]);
        Assert.Null(values.invoke<Tensor>("optional", [null]));
        Assert.Equal(CPU, values.invoke("device_of", t));
        Assert.Equal(3f, ((Tensor)values.InvokeNamed("forward", [t], new Dictionary<string, object?> { ["factor"] = 3 })!)[0].item<float>());
    }

    [Fact]
    public void A_result_that_does_not_convert_says_so()
    {
        using jit.ScriptModule values = jit.load(JitGoldens.File("values.pt"));
        var error = Assert.Throws<InvalidCastException>(() => values.invoke<string>("whole", 6, 7));
        Assert.Contains("42", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidCastException>(() => values.invoke<long>("real", 1.0, 4));
    }

    [Fact]
    public void Wrong_arguments_are_typed_errors()
    {
        using jit.ScriptModule values = jit.load(JitGoldens.File("values.pt"));
        Assert.Contains("whole", Assert.ThrowsAny<TorchException>(() => values.invoke("whole", "x", 1)).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<TorchException>(() => values.invoke("whole", 1));
        Assert.ThrowsAny<TorchException>(() => values.invoke("whole", 1, 2, 3));
        Assert.ThrowsAny<TorchException>(() => values.invoke("forward", 1.0));
        Assert.ThrowsAny<TorchException>(() => values.invoke("forward", [null]));
        Assert.Throws<TorchTypeException>(() => values.invoke("ints", new object[] { new[] { "x" } }));
        Assert.Contains("absent", Assert.Throws<TorchValueException>(() => values.invoke("absent")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => values.invoke("anything", new Uri("https://example.org")));
        var endless = new List<object>();
        endless.Add(endless);
        Assert.Throws<ArgumentException>(() => values.invoke("anything", endless));
    }

    [Fact]
    public void What_a_script_raises_is_a_script_exception()
    {
        using DisposeScope scope = NewDisposeScope();
        using jit.ScriptModule values = jit.load(JitGoldens.File("values.pt"));
        Assert.Contains("x is 3", Assert.Throws<TorchScriptException>(() => values.invoke("raises", 3)).Message, StringComparison.Ordinal);
        using jit.ScriptModule net = jit.load(JitGoldens.File("net.pt"));
        Assert.Contains("Traceback", Assert.Throws<TorchScriptException>(() => net.forward(zeros(2, 3, 4, 4))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_is_the_scripts_too()
    {
        using DisposeScope scope = NewDisposeScope();
        using var net = jit.load<Tensor, Tensor>(JitGoldens.File("net.pt"));
        Assert.True(net.training);
        net.eval();
        Assert.False(net.training);
        Assert.All(net.modules(), module => Assert.False(module.training));
        Assert.True(net.call(ones(2, 1, 4, 4)).Equals(0) || allclose(net.call(ones(2, 1, 4, 4)), net.call(ones(2, 1, 4, 4))));
        net.train();
        Tensor mean = net.state_dict()["features.1.running_mean"].clone();
        net.call(ones(2, 1, 4, 4));
        Assert.False(allclose(mean, net.state_dict()["features.1.running_mean"]));
    }

    [Fact]
    public void It_trains_moves_and_takes_states()
    {
        using DisposeScope scope = NewDisposeScope();
        using var net = jit.load<Tensor, Tensor>(JitGoldens.File("traced.pt"));
        using var optimizer = optim.SGD(net.parameters(), 0.1);
        Tensor x = randn(8, 5);
        float before = net.call(x).pow(2).mean().item<float>();
        for (int step = 0; step < 20; step++)
        {
            optimizer.zero_grad();
            net.call(x).pow(2).mean().backward();
            optimizer.step();
        }

        Assert.True(net.call(x).pow(2).mean().item<float>() < before / 2);
        using var twin = jit.load<Tensor, Tensor>(JitGoldens.File("traced.pt"));
        twin.load_state_dict(net.state_dict());
        Assert.True(allclose(net.call(x), twin.call(x)));
        twin.to(ScalarType.Float64);
        Assert.Equal(ScalarType.Float64, twin.call(x.to(ScalarType.Float64)).dtype);
        using jit.ScriptModule copy = net.deepcopy();
        using (no_grad())
        {
            net.parameters().First().zero_();
        }

        Assert.False(allclose(copy.parameters().First(), net.parameters().First()));
    }

    [Fact]
    public void Attributes_are_read_and_set()
    {
        using DisposeScope scope = NewDisposeScope();
        using var counter = jit.load<Tensor, Tensor>(JitGoldens.File("counter.pt"));
        Assert.Equal("none", counter.get_attribute("label"));
        counter.set_attribute("label", "x");
        Assert.Equal("x", counter.get_attribute<string>("label"));
        counter.set_attribute("history", new[] { 5, 6 });
        Assert.Equal([5, 6], counter.get_attribute<int[]>("history"));
        counter.set_attribute("count", ones(1) * 10f);
        Assert.Equal(5.5f, counter.call(ones(1)).item<float>());
        Assert.Equal(11f, counter.named_buffers().Single().buffer.item<float>());
        Assert.Equal(["count", "plain"], counter.named_attributes().Select(a => a.name).Order());
        Assert.True(counter.has_attribute("plain"));
        Assert.False(counter.has_attribute("absent"));
        Assert.ThrowsAny<TorchException>(() => counter.get_attribute("absent"));
        Assert.ThrowsAny<TorchException>(() => counter.set_attribute("label", 3));
        Assert.ThrowsAny<TorchException>(() => counter.set_attribute("absent", ones(1)));
    }

    [Fact]
    public void Hooks_of_ours_see_and_change()
    {
        using DisposeScope scope = NewDisposeScope();
        using var hooked = jit.load<Tensor, Tensor>(JitGoldens.File("hooked.pt"));
        var before = hooked.register_forward_pre_hook((_, x) => x * 10);
        var after = hooked.register_forward_hook((_, x, y) => y + x);
        Assert.Equal(((10 + 1) * 2) + 100 + 10, hooked.call(ones(1)).item<float>());
        before.remove();
        after.remove();
        after.remove();
        Assert.Equal(((1 + 1) * 2) + 100, hooked.call(ones(1)).item<float>());
    }

    [Fact]
    public void Methods_can_be_added()
    {
        using DisposeScope scope = NewDisposeScope();
        using jit.ScriptModule values = jit.load(JitGoldens.File("values.pt"));
        values.define("def thrice(self, x: int) -> int:\n    return self.whole(x, 3)\n");
        Assert.Equal(12L, values.invoke<long>("thrice", 4));
        Assert.Contains("thrice", values.method_names);
        Assert.Throws<TorchScriptException>(() => values.define("def broken(self, x):\n    return y\n"));
    }

    [Fact]
    public void A_module_of_ours_may_hold_one()
    {
        using DisposeScope scope = NewDisposeScope();
        using var sequence = nn.Sequential(("script", new Wrapper(jit.load<Tensor, Tensor>(JitGoldens.File("traced.pt")))), ("last", nn.Linear(2, 1)));
        Assert.Equal([3, 1], sequence.call(zeros(3, 5)).shape);
        Assert.Equal("script.inner.0.weight", sequence.named_parameters().First().name);
    }

    [Fact]
    public void Its_types_and_texts_can_be_read()
    {
        using jit.ScriptModule values = jit.load(JitGoldens.File("values.pt"));
        Assert.Equal(2, values.GetNumberOfInputs());
        Assert.Equal(1, values.GetNumberOfOutputs());
        using var tensor = Assert.IsType<jit.TensorType>(values.GetInputType(0));
        Assert.Throws<InvalidOperationException>(() => tensor.GetScalarType());
        Assert.Throws<InvalidOperationException>(() => tensor.size());
        using var number = Assert.IsType<jit.DynamicType>(values.GetInputType(1));
        Assert.Equal("float", number.annotation_str);
        Assert.Equal("FloatType", number.kind);
        Assert.Equal("Tensor", values.GetOutputType(0).ToString());
        Assert.Throws<TorchIndexException>(() => values.GetInputType(2));
        using jit.TensorType known = jit.TensorType.create_from_tensor(zeros(2, 3, dtype: ScalarType.Int16));
        Assert.Equal(ScalarType.Int16, known.GetScalarType());
        Assert.Equal([2, 3], known.size());
        Assert.Equal(2, known.GetDimensions());
        Assert.Equal("cpu", known.GetDevice());
        Assert.Contains("aten::mul", values.graph, StringComparison.Ordinal);
        Assert.Contains("aten::mul", values.inlined_graph, StringComparison.Ordinal);
        Assert.Contains("List[int] a", values.schema("ints").Replace("int[] a", "List[int] a", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.StartsWith("ScriptModule(original_name=Values)", values.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Extra_files_come_along()
    {
        var extra = Labels.ToDictionary(name => name, _ => Array.Empty<byte>());
        using jit.ScriptModule net = jit.load(JitGoldens.File("net.pt"), CPU, extra);
        Assert.Equal("cat\ndog\nfox\n", System.Text.Encoding.UTF8.GetString(extra["labels.txt"]));
        Assert.Empty(extra["absent"]);
        byte[] file = jit.save_to_buffer(net, new Dictionary<string, byte[]> { ["raw"] = [0, 255, 7] });
        var raw = new Dictionary<string, byte[]> { ["raw"] = [] };
        using jit.ScriptModule again = jit.load(file, CPU, raw);
        Assert.Equal([0, 255, 7], raw["raw"]);
    }

    [PythonFact]
    public void Python_loads_what_we_save()
    {
        using DisposeScope scope = NewDisposeScope();
        string path = Path.Combine(Path.GetTempPath(), $"torchlight-{Guid.NewGuid():N}.pt");
        try
        {
            using var net = jit.load<Tensor, Tensor>(JitGoldens.File("net.pt"));
            net.eval();
            using (no_grad())
            {
                net.get_parameter("head.weight")!.fill_(0.5);
            }

            jit.save(net, path, new Dictionary<string, byte[]> { ["who"] = "torchlight"u8.ToArray() });
            string ours = net.call(ones(1, 1, 4, 4)).sum().item<float>().ToString("F4", System.Globalization.CultureInfo.InvariantCulture);
            string theirs = Python.Run($"""
                import torch
                files = dict(who="")
                net = torch.jit.load("{path}", _extra_files=files)
                who = files["who"]
                print("%.4f" % net(torch.ones(1, 1, 4, 4)).sum().item(), net.training, who.decode() if isinstance(who, bytes) else who)
                """);
            Assert.Equal($"{ours} False torchlight", theirs);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed class Wrapper : nn.Module<Tensor, Tensor>
    {
        private readonly jit.ScriptModule<Tensor, Tensor> inner;

        internal Wrapper(jit.ScriptModule<Tensor, Tensor> inner)
            : base("Wrapper")
        {
            this.inner = inner;
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => inner.call(input);
    }
}
