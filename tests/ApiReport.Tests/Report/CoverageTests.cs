using Torchlight.ApiReport.Callers;
using Torchlight.ApiReport.Lists;
using Torchlight.ApiReport.Report;

namespace ApiReport.Tests.Report;

public class CoverageTests
{
    private const string Reasons = "# a comment\ntorch\tpaint*\tSkiaSharp's\ntorch\tadded\tnever asked for\n";

    [Fact]
    public void Figures_count_what_is_here_what_has_a_reason_and_what_is_open()
    {
        var (coverage, _) = Run();

        AreaCoverage torch = coverage.Areas.Single(area => area.Area == "torch");
        Assert.Equal(new Tally(Listed: 4, Present: 2, LeftOut: 1), torch.Names);
        Assert.Equal(new Tally(Listed: 4, Present: 1, LeftOut: 1), torch.Signatures);
        Assert.Equal(1, torch.Names.Open);
        Assert.Equal(50, torch.Names.Percent);
    }

    [Fact]
    public void Areas_beside_are_shown_and_not_summed()
    {
        var (coverage, _) = Run();

        Assert.Contains(coverage.Areas, area => area.Area == "torchvision");
        Assert.Equal(4, coverage.Counted.Names.Listed);
        Assert.False(coverage.ReachesItsAims);
    }

    [Fact]
    public void What_is_missing_is_listed_with_its_problem_and_its_reason()
    {
        var (coverage, _) = Run();
        string listed = string.Join('\n', ConsoleReport.MissingIn(coverage, "TORCH"));

        Assert.Contains("name       torch static method absent", listed);
        Assert.Contains("CS1739", listed);
        Assert.Contains("left out: SkiaSharp's", listed);
        Assert.DoesNotContain("array", listed);
        Assert.Empty(ConsoleReport.MissingIn(coverage, "torch.nn"));
        Assert.Contains("| torch | 4 | 2 | 50.0 | 1 | 1 | 4 | 1 | 25.0 | 1 | 2 |", MarkdownReport.Write(coverage));
    }

    [Fact]
    public void A_reason_for_what_is_here_is_reported()
    {
        var (_, leftOut) = Run();

        Assert.Equal(["torch\tadded\tnever asked for"], leftOut.Unused);
    }

    [Fact]
    public void Percentages_are_never_rounded_up()
    {
        var names = new Tally(Listed: 10000, Present: 9799, LeftOut: 0);

        Assert.True(names.Percent < Coverage.NamesAim);
        Assert.DoesNotContain("98.0", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Floor(names.Percent * 10) / 10:0.0}"));
    }

    [Theory]
    [InlineData("torch\tadd")]
    [InlineData("torch\tadd\t")]
    [InlineData("torch\tadd\tbecause\tso")]
    public void A_line_of_reasons_has_three_columns(string line) => Assert.Throws<InvalidDataException>(() => LeftOut.Parse([line]));

    private static (Coverage Coverage, LeftOut LeftOut) Run()
    {
        ListedSignature[] signatures =
        [
            new("torch", "torch", "static class", "array", "static method", "Tensor[](Tensor input)"),
            new("torch", "torch", "static class", "renamed", "static method", "Tensor(Tensor input)"),
            new("torch", "torch", "static class", "absent", "static method", "Tensor(Tensor input)"),
            new("torch", "torch", "static class", "paint_it", "static method", "SKBitmap(Tensor input)"),
        ];
        ListedName[] names =
        [
            .. signatures.Select(signature => new ListedName(signature.Area, signature.Type, signature.Member, signature.Kind)),
            new("torchvision", "torchvision", "torchvision", "static class"),
        ];
        PeerLists lists = Fixture.Lists(signatures) with { Names = names };
        LeftOut leftOut = LeftOut.Parse(Reasons.Split('\n'));
        return (Coverage.Of(lists, new Judge(Fixture.References, lists), leftOut), leftOut);
    }
}
