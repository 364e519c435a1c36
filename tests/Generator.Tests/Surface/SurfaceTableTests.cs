using Torchlight.Generator.Surface;

namespace Generator.Tests.Surface;

public class SurfaceTableTests
{
    [Fact]
    public void A_row_is_taken_apart()
    {
        SurfaceMember member = Parse("Tensor\t[A(1)] (Tensor values, Tensor indexes) max(long dim, (long, long) p, bool keepdim = false)\taten.max_dim(this, dim)");
        Assert.Equal("[A(1)]", member.Attributes);
        Assert.Equal("(Tensor values, Tensor indexes)", member.ReturnType);
        Assert.Equal("max", member.Name);
        Assert.Equal("max(long, (long, long), bool)", member.Identity);
        Assert.Equal(["max_dim"], member.Calls);
        Assert.False(member.IsStatic);
    }

    [Fact]
    public void Without_parentheses_it_is_a_property()
    {
        SurfaceMember member = Parse("Tensor\tTensor mT\taten.mT(this)");
        Assert.Null(member.Parameters);
        Assert.Equal("mT", member.Identity);
    }

    [Theory]
    [InlineData("torch\tTensor f(Tensor input)")]
    [InlineData("torch\tTensor\taten.f(input)")]
    [InlineData("torch\tTensor f(Tensor input\taten.f(input)")]
    [InlineData("torch\t(Tensor, Tensor f\taten.f(input)")]
    public void A_malformed_row_is_refused(string row) => Assert.Throws<FormatException>(() => Parse(row));

    [Fact]
    public void Members_that_differ_in_defaults_and_names_only_are_one_member() =>
        Assert.Throws<FormatException>(() => SurfaceTable.Parse(["torch\tTensor f(long[] a)\taten.f(a)", "torch\tTensor f(params long[] b)\taten.f(b)"]));

    [Fact]
    public void A_call_of_an_operator_that_does_not_exist_is_refused()
    {
        var emitter = new SurfaceEmitter([], new Dictionary<string, string>());
        Assert.Throws<FormatException>(() => emitter.Emit([Parse("torch\tTensor f()\taten.nothing()")]).ToList());
    }

    [Fact]
    public void A_member_that_nothing_describes_is_refused()
    {
        SurfaceMember[] members = [Parse("torch\tTensor f_(Tensor input)\tinput")];
        Assert.Throws<FormatException>(() => new SurfaceEmitter([], new Dictionary<string, string>()).Emit(members).ToList());
        string code = new SurfaceEmitter([], new Dictionary<string, string> { ["f"] = "Half of each element." }).Emit(members).Single().Text;
        Assert.Contains("<summary>Half of each element, in place.</summary>", code);
    }

    private static SurfaceMember Parse(string row) => SurfaceTable.Parse([row]).Single();
}
