using Torchlight.Generator.Schema;

namespace Generator.Tests.Schema;

public class SchemaParserTests
{
    public static TheoryData<string> Dumps { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Inputs.Folder, "Schemas"), "*.txt").Select(path => Path.GetFileName(path)!).Order()];

    [Theory]
    [MemberData(nameof(Dumps))]
    public void Every_line_of_a_dump_reads_back_as_it_was_printed(string dump)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Inputs.Folder, "Schemas", dump));
        Assert.True(lines.Length > 2900, $"{dump} has {lines.Length} lines only");
        Assert.All(lines, line => Assert.Equal(SchemaText.Normalise(line), SchemaText.Write(SchemaParser.Parse(line))));
    }

    [Fact]
    public void Keyword_only_arguments_follow_the_star()
    {
        FunctionSchema schema = SchemaParser.Parse("aten::add.out(Tensor self, Tensor other, *, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)");
        Assert.Equal(("aten", "add", "out"), (schema.Namespace, schema.Name, schema.Overload));
        Assert.Equal([false, false, true, true], schema.Arguments.Select(a => a.IsKeywordOnly));
        Assert.Equal(new IntLiteral(1), schema.Arguments[2].Default);
        Assert.Equal(new AliasInfo("a", "a", true), schema.Arguments[3].Alias);
        Assert.Equal(new AliasInfo("a", "a", true), schema.Returns.Single().Alias);
    }

    [Fact]
    public void Lists_optionals_and_lengths_nest_in_the_order_they_are_written()
    {
        FunctionSchema schema = SchemaParser.Parse(
            "aten::f(Tensor?[] a, int[2]? b=None, Tensor(a!)[] c, SymInt[] d=[-2, -1], bool[3] e, Tensor(a -> *) g) -> Tensor(a)[]");
        Assert.Equal(new ListType(new OptionalType(new NamedType("Tensor")), null), schema.Arguments[0].Type);
        Assert.Equal(new OptionalType(new ListType(new NamedType("int"), 2)), schema.Arguments[1].Type);
        Assert.Equal(new ListType(new NamedType("Tensor"), null), schema.Arguments[2].Type);
        Assert.True(schema.Arguments[2].IsWritten);
        Assert.Equal([-2L, -1L], ((ListLiteral)schema.Arguments[3].Default!).Items.Cast<IntLiteral>().Select(item => item.Value));
        Assert.Equal(3, ((ListType)schema.Arguments[4].Type).Size);
        Assert.Equal(new AliasInfo("a", "*", false), schema.Arguments[5].Alias);
        Assert.Equal(new ListType(new NamedType("Tensor"), null), schema.Returns.Single().Type);
    }

    [Theory]
    [InlineData("\"\\\"\\'\\\\\"", "\"'\\")]
    [InlineData("'mean'", "mean")]
    [InlineData("\"a, b) -> c\"", "a, b) -> c")]
    [InlineData("\"\"", "")]
    public void Texts_lose_their_quotes_and_escapes(string written, string expected)
    {
        SchemaLiteral? literal = SchemaParser.Parse($"aten::f(str a={written}, int b=3) -> ()").Arguments[0].Default;
        Assert.Equal(new StringLiteral(expected), literal);
    }

    [Theory]
    [InlineData("1e-08", 1e-8)]
    [InlineData("1.", 1.0)]
    [InlineData("0.33333333333333331", 1.0 / 3)]
    [InlineData("-2.5e+3", -2500.0)]
    [InlineData("inf", double.PositiveInfinity)]
    [InlineData("-inf", double.NegativeInfinity)]
    [InlineData("nan", double.NaN)]
    public void Real_numbers_keep_their_value(string written, double expected) =>
        Assert.Equal(new FloatLiteral(expected), SchemaParser.Parse($"aten::f(float a={written}) -> ()").Arguments[0].Default);

    [Fact]
    public void Results_may_be_none_one_or_several_named_or_not()
    {
        Assert.Empty(SchemaParser.Parse("aten::f() -> ()").Returns);
        Assert.Equal(string.Empty, SchemaParser.Parse("aten::f() -> Tensor").Returns.Single().Name);
        Assert.Equal("grad", SchemaParser.Parse("aten::f() -> Tensor grad").Returns.Single().Name);
        Assert.Equal(["values", "indices"], SchemaParser.Parse("aten::f() -> (Tensor values, Tensor indices)").Returns.Select(r => r.Name));
        Assert.Equal(["", ""], SchemaParser.Parse("aten::f() -> (Tensor, int)").Returns.Select(r => r.Name));
    }

    [Fact]
    public void Types_with_arguments_are_told_from_aliases()
    {
        FunctionSchema schema = SchemaParser.Parse("aten::f(Dict(str, Tensor?) a, __torch__.torch.classes.rnn.CellParamsBase[] b) -> Dict(Tensor, Tensor)");
        Assert.Equal(new NamedType("Dict", new NamedType("str"), new OptionalType(new NamedType("Tensor"))), schema.Arguments[0].Type);
        Assert.Null(schema.Arguments[0].Alias);
        Assert.Equal("__torch__.torch.classes.rnn.CellParamsBase[]", schema.Arguments[1].Type.ToString());
    }

    [Theory]
    [InlineData("aten::f(Tensor self -> Tensor")]
    [InlineData("aten::f(Tensor self) Tensor")]
    [InlineData("f(Tensor self) -> Tensor")]
    [InlineData("aten::f(Tensor) -> Tensor")]
    [InlineData("aten::f(int a=) -> Tensor")]
    [InlineData("aten::f(str a=\"open) -> Tensor")]
    [InlineData("aten::f(int[x] a) -> Tensor")]
    [InlineData("aten::f(Tensor(a!) self) -> Tensor(a!) trailing words")]
    [InlineData("")]
    public void What_is_no_schema_is_refused_with_the_place(string line)
    {
        var error = Assert.Throws<SchemaFormatException>(() => SchemaParser.Parse(line));
        Assert.InRange(error.Position, 0, line.Length);
        Assert.Contains($"column {error.Position + 1}", error.Message);
    }
}
