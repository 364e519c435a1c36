using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Jit;

public class CompilationUnitTests
{
    private const string Script = """
        def add_i(x: int, y: int) -> int:
          return x + y
        def add_d(x: float, y: float) -> float:
          return x + y
        def relu_script(a, b):
          return torch.relu(a + b)
        def none_script(x: Any, y: Any):
          return None
        def none_tuple(x: Any, y: Any):
          return (None, None)
        def pick(x: List[int], i: int):
          return x[i]
        def many(x):
          return (x, x, x, x, x, x, x, x)
        """;

    [Fact]
    public void Functions_run_as_they_do_in_TorchSharp()
    {
        using DisposeScope scope = NewDisposeScope();
        using jit.CompilationUnit unit = jit.compile(Script);
        Assert.Equal(7, unit.invoke<Scalar>("add_i", 3, 4).ToInt32());
        Assert.Equal(7, ((Scalar)unit.invoke("add_i", 3, 4)!).ToInt32());
        Assert.Equal(7.5, unit.invoke<double>("add_d", 3, 4.5));
        Tensor sum = unit.invoke<Tensor>("relu_script", tensor(new[] { -3f, 1f }), ones(2));
        Assert.Equal([0f, 2f], sum.data<float>().ToArray());
        Assert.Equal([0f, 2f], unit.invoke<Tensor, Tensor>("relu_script", tensor(new[] { -3f, 1f }), ones(2)).data<float>().ToArray());
        Assert.Null(unit.invoke("none_script", null, ones(1)));
        Assert.Equal((null, null), ((object?, object?))unit.invoke("none_tuple", null, null)!);
        Assert.Equal(5L, unit.invoke<long>("pick", new object[] { 4, 5 }, 1));
        Assert.Equal(8, Assert.IsType<Tensor[]>(unit.invoke("many", ones(1))).Length);
    }

    [Fact]
    public void Functions_can_be_found_and_read()
    {
        using jit.CompilationUnit unit = jit.compile(Script);
        Assert.Equal("add_i", unit.functions[0]);
        jit.ScriptFunction add = unit.find_function("add_i")!;
        Assert.Equal(5L, add.call<long>(2, 3));
        Assert.StartsWith("def add_i(x: int,", add.code, StringComparison.Ordinal);
        Assert.Contains("aten::add", add.graph, StringComparison.Ordinal);
        Assert.Contains("add_i(int x, int y) -> int", add.schema, StringComparison.Ordinal);
        Assert.Null(unit.find_function("absent"));
        unit.define("def later(x: int) -> int:\n  return x * 2\n");
        Assert.Equal(8L, unit.invoke<long>("later", 4));
    }

    [Fact]
    public void Mistakes_are_typed_errors()
    {
        Assert.Contains("undefined value y", Assert.Throws<TorchScriptException>(() => jit.compile("def f(x):\n  return y\n")).Message, StringComparison.Ordinal);
        Assert.Throws<TorchScriptException>(() => jit.compile("this is no program ("));
        using jit.CompilationUnit unit = jit.compile(Script);
        Assert.Throws<TorchValueException>(() => unit.invoke("absent"));
        Assert.Throws<TorchValueException>(() => unit.invoke(""));
        Assert.Throws<TorchScriptException>(() => unit.invoke("pick", new object[] { 4, 5 }, 9));
        unit.Dispose();
        Assert.Throws<ObjectDisposedException>(() => unit.invoke("add_i", 1, 2));
    }

    [Fact]
    public void Switches_go_back_and_forth()
    {
        var before = jit.set_fusion_strategy(("STATIC", 1), ("DYNAMIC", 3));
        try
        {
            Assert.Equal([("STATIC", 1), ("DYNAMIC", 3)], jit.set_fusion_strategy(("DYNAMIC", 2)));
            Assert.Throws<ArgumentException>(() => jit.set_fusion_strategy(("OTHER", 2)));
        }
        finally
        {
            jit.set_fusion_strategy([.. before]);
        }

        using jit.CompilationUnit unit = jit.compile(Script);
        using (jit.optimized_execution(false))
        {
            Assert.Equal(7L, unit.invoke<long>("add_i", 3, 4));
        }
    }
}
