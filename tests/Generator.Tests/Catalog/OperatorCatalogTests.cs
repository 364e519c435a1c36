using Torchlight.Generator.Catalog;
using Torchlight.Generator.Schema;

namespace Generator.Tests.Catalog;

public class OperatorCatalogTests
{
    [Fact]
    public void An_operator_has_the_oldest_signature_and_what_newer_ones_append()
    {
        Operator op = Merge(
            "aten::f(Tensor self, int n) -> Tensor",
            "aten::f(Tensor self, SymInt n, bool flag=False) -> Tensor",
            "aten::f(Tensor self, SymInt n, bool flag=False, float? eps=None) -> Tensor").Single();
        Assert.Equal(["self", "n"], op.Schema.Arguments.Select(a => a.Name));
        Assert.Equal(["flag", "eps"], op.Appended.Select(a => a.Name));
        Assert.Equal(new Version(1, 0), op.Since);
        Assert.Null(op.Changed);
        Assert.Null(op.RemovedIn);
    }

    [Fact]
    public void Coming_and_going_are_noted()
    {
        IReadOnlyList<Operator> operators = Merge("aten::old(Tensor self) -> Tensor", "aten::fresh(Tensor self) -> Tensor", "aten::fresh(Tensor self) -> Tensor");
        Assert.Equal(["fresh", "old"], operators.Select(op => op.Schema.Name));
        Assert.Equal((new Version(2, 0), null), (operators[0].Since, operators[0].RemovedIn));
        Assert.Equal((new Version(1, 0), new Version(2, 0)), (operators[1].Since, operators[1].RemovedIn));
    }

    [Theory]
    [InlineData("aten::f(Tensor self, *, Tensor(a!) out) -> Tensor(a!)", "aten::f(Tensor self, *, bool flag=False, Tensor(a!) out) -> Tensor(a!)")]
    [InlineData("aten::f(Tensor self) -> Tensor", "aten::f(Tensor self) -> (Tensor, Tensor)")]
    [InlineData("aten::f(Tensor self) -> Tensor", "aten::f(Tensor self, int n) -> Tensor")]
    [InlineData("aten::f(Tensor self, int n) -> Tensor", "aten::f(Tensor self) -> Tensor")]
    [InlineData("aten::f(int[] n) -> Tensor", "aten::f(Tensor n) -> Tensor")]
    [InlineData("aten::f(Tensor? t) -> Tensor", "aten::f(Tensor t) -> Tensor")]
    public void A_change_that_old_calls_cannot_follow_is_noted(string older, string newer)
    {
        Operator op = Merge(older, newer).Single();
        Assert.Equal(new Version(2, 0), op.Changed?.Version);
        Assert.Equal(newer, op.Changed?.Schema.Text);
        Assert.Empty(op.Appended);
    }

    [Theory]
    [InlineData("Tensor t", "Tensor? t")]
    [InlineData("int? n", "Scalar? n")]
    [InlineData("int[2] n", "SymInt[] n")]
    [InlineData("Tensor before", "Tensor after")]
    public void Widening_and_renaming_break_no_call(string older, string newer) =>
        Assert.True(OperatorCatalog.IsCompatible(
            SchemaParser.Parse($"aten::f({older}) -> Tensor"), SchemaParser.Parse($"aten::f({newer}) -> Tensor")));

    [Fact]
    public void Names_of_dimensions_are_told_from_other_strings()
    {
        FunctionSchema schema = DimensionNames.Restore(SchemaParser.Parse("aten::f(Tensor self, str[1] dim, str mode, str[]? names) -> Tensor"));
        Assert.Equal(["Tensor", "Dimname[1]", "str", "Dimname[]?"], schema.Arguments.Select(a => a.Type.ToString()!));
    }

    [Fact]
    public void A_dump_that_names_an_operator_twice_is_refused() =>
        Assert.Throws<FormatException>(() => SchemaDump.Parse(new Version(1, 0), ["aten::f() -> ()", "aten::f(int n) -> ()"]));

    [Theory]
    [InlineData("aten::f")]
    [InlineData("aten::f\t ")]
    public void An_override_without_a_reason_is_refused(string line) => Assert.Throws<FormatException>(() => Overrides.Parse([line]));

    // One dump of one line per version: 1.0, 2.0, ...
    private static IReadOnlyList<Operator> Merge(params string[] lines) =>
        OperatorCatalog.Merge([.. lines.Select((line, i) => SchemaDump.Parse(new Version(i + 1, 0), [line]))]);
}
