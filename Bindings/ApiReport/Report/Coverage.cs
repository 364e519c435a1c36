using Torchlight.ApiReport.Callers;
using Torchlight.ApiReport.Lists;

namespace Torchlight.ApiReport.Report;

/// <summary>The peer's surface beside ours: figures for each area, and everything that is missing.</summary>
internal sealed class Coverage
{
    /// <summary>In a hundred: the names and the signatures that the areas counted must have together.</summary>
    public const double NamesAim = 98, SignaturesAim = 95;

    private Coverage(IReadOnlyList<AreaCoverage> areas, IReadOnlyList<Missing> names, IReadOnlyList<Missing> signatures)
    {
        Areas = areas;
        MissingNames = names;
        MissingSignatures = signatures;
        Counted = AreaCoverage.Sum("all areas that count", areas.Where(area => PeerLists.IsCounted(area.Area)));
    }

    public IReadOnlyList<AreaCoverage> Areas { get; }

    /// <summary>The areas that count, together.</summary>
    public AreaCoverage Counted { get; }

    public IReadOnlyList<Missing> MissingNames { get; }

    public IReadOnlyList<Missing> MissingSignatures { get; }

    public bool ReachesItsAims => Counted.Names.Percent >= NamesAim && Counted.Signatures.Percent >= SignaturesAim;

    public static Coverage Of(PeerLists lists, Judge judge, LeftOut leftOut)
    {
        IReadOnlyList<Verdict> verdicts = judge.Try(lists.Signatures);
        var presence = new NamePresence(judge);
        // What a caller's source reaches is there, wherever it stands: an extension method may be a method here.
        var reached = verdicts.Where(verdict => verdict.IsCompatible).Select(verdict => (verdict.Signature.Type, verdict.Signature.Member)).ToHashSet();
        Missing[] names = [.. lists.Names
            .Where(name => !reached.Contains((name.Type, name.Member)) && !presence.Has(name))
            .Select(name => new Missing(name.Area, name.Type, name.Member, $"{name.Kind} {name.Member}", "", leftOut.ReasonFor(name.Type, name.Member)))];
        Missing[] signatures = [.. verdicts
            .Where(verdict => !verdict.IsCompatible)
            .Select(verdict => new Missing(
                verdict.Signature.Area, verdict.Signature.Type, verdict.Signature.Member, verdict.Signature.ToString(), verdict.Problem!,
                leftOut.ReasonFor(verdict.Signature.Type, verdict.Signature.Member)))];

        var areas = lists.Names.Select(name => name.Area).Union(lists.Signatures.Select(signature => signature.Area)).Order(StringComparer.Ordinal);
        return new Coverage(
            [.. areas.Select(area => new AreaCoverage(
                area,
                Count(lists.Names.Count(name => name.Area == area), names, area),
                Count(lists.Signatures.Count(signature => signature.Area == area), signatures, area)))],
            names,
            signatures);
    }

    private static Tally Count(int listed, IEnumerable<Missing> missing, string area)
    {
        Missing[] here = [.. missing.Where(item => item.Area == area)];
        return new Tally(listed, listed - here.Length, here.Count(item => item.Reason is not null));
    }
}
