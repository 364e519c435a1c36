using Torchlight.Generator.Catalog;
using Torchlight.Generator.Emit;

namespace Generator.Tests.Emit;

public class OperatorEmitterTests
{
    [Fact]
    public void Parameters_without_defaults_come_first_and_arguments_stay_in_the_order_of_the_schema()
    {
        string code = Emit("aten::add.out(Tensor self, Tensor other, *, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)");
        Assert.Contains("public static Tensor add_out(Tensor self, Tensor other, Tensor @out, Scalar? alpha = null)", code);
        Assert.Contains("args__[2] = alpha.HasValue ? Value.Of(in alpha) : Value.Of(1L);", code);
        Assert.Contains("args__[3] = Value.Of(@out);", code);
    }

    [Fact]
    public void An_operator_that_writes_its_argument_returns_it_and_drops_the_second_reference()
    {
        string code = Emit("aten::relu_(Tensor(a!) self) -> Tensor(a!)");
        Assert.Contains("result__.Release();", code);
        Assert.Contains("return self;", code);
        Assert.DoesNotContain("TakeTensor", code);
    }

    [Fact]
    public void A_view_is_a_tensor_of_its_own()
    {
        string code = Emit("aten::t(Tensor(a) self) -> Tensor(a)");
        Assert.Contains("return result__.TakeTensor();", code);
        Assert.DoesNotContain("Release", code);
    }

    [Fact]
    public void Each_borrowed_argument_is_kept_alive_behind_the_call()
    {
        string code = Emit("aten::f(Tensor a, Tensor? b, Tensor[] c, Generator? g=None) -> ()");
        int call = code.IndexOf("OpTable.Call(", StringComparison.Ordinal);
        foreach (string keep in new[] { "GC.KeepAlive(a);", "GC.KeepAlive(b);", "TensorList.KeepAlive(c);", "GC.KeepAlive(g);" })
        {
            Assert.True(code.IndexOf(keep, StringComparison.Ordinal) > call, keep);
        }
    }

    [Fact]
    public void What_older_versions_do_not_know_is_sent_only_when_it_is_asked_for()
    {
        string code = Emit("aten::f(Tensor self) -> Tensor", "aten::f(Tensor self, bool gqa=False, float? scale=None) -> Tensor");
        Assert.Contains("bool gqa = false, double? scale = null)", code);
        Assert.Contains("args__[1] = gqa == false ? Value.Default : Value.Of(gqa);", code);
        Assert.Contains("args__[2] = Value.Of(scale);", code);
    }

    [Fact]
    public void An_empty_span_stands_for_the_default_that_a_schema_has()
    {
        Assert.Contains("stride.IsEmpty ? Value.Default : Value.Of(stride__, stride.Length)", Emit("aten::f(int[2] stride=1) -> Tensor"));
        Assert.DoesNotContain("IsEmpty", Emit("aten::f(int[1] dim=[]) -> Tensor"));
        Assert.DoesNotContain("IsEmpty", Emit("aten::f(int[] size) -> Tensor"));
    }

    [Theory]
    [InlineData("bool a=True", "bool a = true")]
    [InlineData("float a=1e-08", "double a = 1E-08")]
    [InlineData("float a=1.", "double a = 1.0")]
    [InlineData("str a=\"\\\"\\'\\\\\"", "string a = \"\\\"'\\\\\"")]
    [InlineData("ScalarType? a=4", "ScalarType? a = ScalarType.Int64")]
    [InlineData("MemoryFormat? a=0", "MemoryFormat? a = (MemoryFormat)0")]
    [InlineData("int? a=0", "long? a = 0")]
    [InlineData("int[]? a=None", "long[]? a = null")]
    [InlineData("Scalar[] ref", "ReadOnlySpan<Scalar> @ref")]
    [InlineData("Tensor?[] a", "ReadOnlySpan<Tensor?> a")]
    [InlineData("bool[3] a", "ReadOnlySpan<bool> a")]
    [InlineData("Stream s", "(long Id, Device Device) s")]
    public void Types_and_defaults_become_those_of_the_table(string argument, string parameter) =>
        Assert.Contains($"f({parameter})", Emit($"aten::f({argument}) -> ()"));

    [Theory]
    [InlineData("Tensor values, Tensor indices", "(Tensor values, Tensor indices)")]
    [InlineData("Tensor, int", "(Tensor, long)")]
    [InlineData("Tensor[] a, QScheme b", "(Tensor[] a, long b)")]
    public void Several_results_become_a_tuple(string returns, string type) =>
        Assert.Contains($"public static {type} f()", Emit($"aten::f() -> ({returns})"));

    [Theory]
    [InlineData("aten::f(Dict(str, Tensor) a) -> ()")]
    [InlineData("aten::f() -> Any")]
    public void A_type_without_a_counterpart_is_refused(string schema) => Assert.Throws<UnsupportedTypeException>(() => Emit(schema));

    [Fact]
    public void Two_operators_of_one_signature_are_refused()
    {
        IReadOnlyList<Operator> operators = Merge(["aten::a.b_c(Tensor self) -> ()", "aten::a_b.c(Tensor self) -> ()"]);
        Assert.Throws<InvalidOperationException>(() => AtenEmitter.Emit(operators).ToList());
    }

    [Fact]
    public void Names_are_found_by_number_across_pages()
    {
        IReadOnlyList<Operator> operators = Merge([.. Enumerable.Range(0, 200).Select(i => $"aten::op{i:000}.x() -> ()")]);
        string code = OpNamesEmitter.Emit(operators, new Version(1, 0)).Text;
        Assert.Contains("internal const int Count = 200;", code);
        Assert.Contains("0 => \"op000.x;op001.x;", code);
        Assert.Contains("3 => \"op192.x;", code);
    }

    private static string Emit(params string[] versions)
    {
        var writer = new SourceWriter();
        new OperatorEmitter(OperatorCatalog.Merge([.. versions.Select((line, i) => SchemaDump.Parse(new Version(i + 1, 0), [line]))]).Single(), 7)
            .Write(writer);
        return writer.ToString();
    }

    private static IReadOnlyList<Operator> Merge(string[] lines) => OperatorCatalog.Merge([SchemaDump.Parse(new Version(1, 0), lines)]);
}
