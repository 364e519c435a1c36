namespace Torchlight.ApiReport.Report;

/// <summary>One area of the peer's surface, or several together.</summary>
internal sealed record AreaCoverage(string Area, Tally Names, Tally Signatures)
{
    public static AreaCoverage Sum(string name, IEnumerable<AreaCoverage> areas) => areas.Aggregate(
        new AreaCoverage(name, new Tally(0, 0, 0), new Tally(0, 0, 0)),
        (left, right) => new AreaCoverage(name, left.Names + right.Names, left.Signatures + right.Signatures));
}
