using Torchlight.ApiReport;
using Torchlight.ApiReport.Callers;
using Torchlight.ApiReport.Lists;
using Torchlight.ApiReport.Report;

// dotnet run --project Bindings/ApiReport -- [--missing AREA | --all] [--write] [--check] [--lists FOLDER]
//   prints the figures; --missing lists what the areas whose names start so lack, --all what any lacks; --write brings docs/api-coverage.md up to
//   date; --check fails where it is not, where the aims are not reached, or where a reason fits nothing.
const string Usage = "usage: ./build.sh api [--missing AREA | --all] [--write] [--check] [--lists FOLDER]";

string? area = null, lists = null;
bool write = false, check = false;
for (var at = 0; at < args.Length; at++)
{
    switch (args[at])
    {
        case "--missing" when at + 1 < args.Length:
            area = args[++at];
            break;
        case "--lists" when at + 1 < args.Length:
            lists = args[++at];
            break;
        case "--all":
            area = "";
            break;
        case "--write":
            write = true;
            break;
        case "--check":
            check = true;
            break;
        default:
            Console.Error.WriteLine($"'{args[at]}' is not an option, or lacks its value\n{Usage}");
            return 2;
    }
}

string? root = Environment.CurrentDirectory;
while (root is not null && !File.Exists(Path.Combine(root, "Torchlight.slnx")))
{
    root = Path.GetDirectoryName(root);
}

if (root is null)
{
    Console.Error.WriteLine($"{Environment.CurrentDirectory} is not inside the repository (no Torchlight.slnx above it)");
    return 2;
}

lists ??= PeerLists.FindFolder(root);
if (lists is null)
{
    Console.WriteLine($"skipped: {PeerLists.NamesFile} and {PeerLists.SignaturesFile} are in no folder shared/reference beside the repository or above it; name their folder with --lists");
    return 0;
}

LeftOut leftOut = LeftOut.Parse(File.ReadLines(Path.Combine(root, "Bindings", "ApiReport", "left-out.tsv")));
PeerLists peer = PeerLists.ReadFolder(lists);
Coverage coverage = Coverage.Of(peer, new Judge(Libraries.References, peer), leftOut);
foreach (var line in area is null ? [] : ConsoleReport.MissingIn(coverage, area))
{
    Console.WriteLine(line);
}

foreach (var line in ConsoleReport.Table(coverage))
{
    Console.WriteLine(line);
}

foreach (var line in leftOut.Unused)
{
    Console.WriteLine($"left-out.tsv gives a reason for what is here: {line.Replace('\t', ' ')}");
}

string page = Path.Combine(root, "docs", "api-coverage.md");
string report = MarkdownReport.Write(coverage);
if (write)
{
    File.WriteAllText(page, report);
}

if (!check)
{
    return 0;
}

var upToDate = File.Exists(page) && File.ReadAllText(page) == report;
if (!upToDate)
{
    Console.Error.WriteLine("docs/api-coverage.md is not what this run found; run ./build.sh api --write");
}

if (!coverage.ReachesItsAims)
{
    Console.Error.WriteLine($"the aims, {Coverage.NamesAim} % of the names and {Coverage.SignaturesAim} % of the signatures, are not reached");
}

return upToDate && coverage.ReachesItsAims && !leftOut.Unused.Any() ? 0 : 1;
