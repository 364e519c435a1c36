using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Jit;

/// <summary>Modules that Python saved answer as they do in Python.</summary>
public class ScriptModuleGoldenTests
{
    public static TheoryData<int, string> Indices
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach ((int index, JsonElement entry) in JitGoldens.Cases.Index())
            {
                string name = entry.GetProperty("name").GetString()!;
                if (name is not ("counter" or "frozen" or "maker"))
                {
                    data.Add(index, name);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void A_method_gives_what_it_gives_in_Python(int index, string name)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement entry = JitGoldens.Cases.ElementAt(index);
        using jit.ScriptModule module = jit.load(JitGoldens.File(entry.GetProperty("file").GetString()!));
        module.train(entry.GetProperty("train").GetBoolean());
        object?[] inputs = [.. entry.GetProperty("inputs").EnumerateArray().Select(JitGoldens.Argument)];
        string method = entry.GetProperty("method").GetString()!;
        object? output = method == "__call__" ? module.call(inputs) : module.invoke(method, inputs);
        JitGoldens.AssertEqual(entry.GetProperty("output"), output, name);
    }

    [Fact]
    public void A_network_has_Pythons_names_state_and_gradients()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement entry = JitGoldens.Case("net");
        using var module = jit.load<Tensor, Tensor>(JitGoldens.File("net.pt"));
        Assert.Equal(entry.Texts("names"), module.named_parameters().Select(p => p.name));
        Assert.Equal(entry.Texts("buffers"), module.named_buffers().Select(b => b.name));
        Assert.Equal(entry.Texts("modules"), module.named_modules().Select(m => m.name));
        Assert.Equal(entry.Texts("state"), module.state_dict().Keys);
        Assert.Equal(entry.GetProperty("original_name").GetString(), module.original_name);
        Assert.Equal(entry.GetProperty("code").GetString(), module.code);

        module.eval();
        Tensor input = Golden.Read(entry.GetProperty("inputs")[0]).requires_grad_();
        module.call(input).pow(2).sum().backward();
        Golden.AssertEqual(entry.GetProperty("grad"), input.grad!, 1e-4, 1e-5, "input's gradient");
        foreach (var (name, parameter) in module.named_parameters())
        {
            Golden.AssertEqual(entry.GetProperty("grads").GetProperty(name), parameter.grad!, 1e-4, 1e-5, name);
        }

        module.zero_grad();
        Assert.All(module.parameters(), parameter => Assert.Null(parameter.grad));
    }

    [Fact]
    public void A_frozen_network_gives_the_same_and_has_no_parameters_left()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement entry = JitGoldens.Case("frozen");
        using jit.ScriptModule module = jit.load(JitGoldens.File("net.pt"));
        Assert.Throws<TorchException>(() => jit.freeze(module));
        module.eval();
        using jit.ScriptModule frozen = jit.freeze(module);
        Tensor input = Golden.Read(entry.GetProperty("inputs")[0]);
        Assert.Equal(entry.GetProperty("parameters").GetInt32(), frozen.parameters().Count());
        JitGoldens.AssertEqual(entry.GetProperty("output"), frozen.call(input), "frozen");
        using jit.ScriptModule fast = jit.optimize_for_inference(module);
        if (torch.__version__.StartsWith("1.13", StringComparison.Ordinal))
        {
            // Debian's later builds, with Vulkan compiled in, have two kernels for the optimised pooling and refuse to choose, Python's torch too.
            JitGoldens.AssertEqual(entry.GetProperty("output"), fast.call(input), "optimised for inference");
        }

        jit.run_frozen_optimizations(frozen);
        JitGoldens.AssertEqual(entry.GetProperty("output"), frozen.call(input), "frozen and optimised");
    }

    [Fact]
    public void Buffers_that_the_script_replaces_are_the_new_ones()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement entry = JitGoldens.Case("counter");
        using var module = jit.load<Tensor, Tensor>(JitGoldens.File("counter.pt"));
        Tensor input = Golden.Read(entry.GetProperty("inputs")[0]);
        Tensor before = module.named_buffers().Single().buffer;
        JitGoldens.AssertEqual(entry.GetProperty("output"), new[] { module.call(input), module.call(input) }, "counter");
        Assert.Equal(entry.Texts("attributes"), module.named_buffers().Select(b => b.name));
        Assert.Equal(2f, module.state_dict()["count"].item<float>());
        Assert.Equal(0f, before.item<float>());
        JitGoldens.AssertEqual(entry.GetProperty("history"), module.get_attribute("history"), "history");
    }

    [Fact]
    public void Instances_of_script_classes_come_and_go()
    {
        JsonElement expected = JitGoldens.Case("maker").GetProperty("output");
        using jit.ScriptModule module = jit.load(JitGoldens.File("maker.pt"));
        using var point = (jit.ScriptObject)module.forward(1, 2)!;
        Assert.EndsWith("Point", point.type_name, StringComparison.Ordinal);
        Assert.Equal(["x", "y"], point.attribute_names);
        Assert.Equal(expected[0].GetInt64(), module.invoke<long>("measure", point));
        Assert.Equal(expected[1].GetInt64(), point.invoke<long>("moved", 4));
        Assert.Equal(expected[2].GetInt64(), module.invoke<long>("measure", point));
        point.set_attribute("y", 40);
        Assert.Equal(45L, module.invoke<long>("measure", point));
    }

    [Fact]
    public void Shared_parts_are_one_object()
    {
        JsonElement entry = JitGoldens.Case("tied");
        using jit.ScriptModule module = jit.load(JitGoldens.File("tied.pt"));
        Assert.Equal(entry.Texts("names"), module.named_parameters().Select(p => p.name));
        Assert.Equal(entry.Texts("modules"), module.named_modules().Select(m => m.name));
        Assert.Equal(entry.Texts("state"), module.state_dict().Keys);
    }

    [Fact]
    public void Scripted_hooks_run_in_call_and_not_in_forward()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement entry = JitGoldens.Case("hooked");
        using var module = jit.load<Tensor, Tensor>(JitGoldens.File("hooked.pt"));
        Tensor input = Golden.Read(entry.GetProperty("inputs")[0]);
        JitGoldens.AssertEqual(entry.GetProperty("output"), module.call(input), "call");
        JitGoldens.AssertEqual(entry.GetProperty("forward"), module.forward(input), "forward");
    }
}
