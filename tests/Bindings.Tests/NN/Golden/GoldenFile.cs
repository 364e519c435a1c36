
namespace Bindings.Tests.NN.Golden;

/// <summary>A golden file, its twin in float64 if it has one, and the subjects of their cases, one for each, none too many.</summary>
internal sealed class GoldenFile(string file, Dictionary<string, Func<Subject>> subjects)
{
    private const string Wide = "/float64";

    private readonly Dictionary<string, GoldenCase> cases = Read(file);

    /// <summary>The names of the file's cases and of the subjects; a name that is in one of them only fails its test.</summary>
    public TheoryData<string> Names => [.. cases.Keys.Union(subjects.Keys)];

    public void Check(string name)
    {
        var subject = name.Replace(Wide, "", StringComparison.Ordinal);
        Assert.True(cases.ContainsKey(name), $"{file} has no case \"{name}\".");
        Assert.True(subjects.ContainsKey(subject), $"No subject runs the case \"{name}\" of {file}.");
        cases[name].Check(subjects[subject]());
    }

    private static Dictionary<string, GoldenCase> Read(string file)
    {
        var found = GoldenCase.All(file).ToDictionary(c => c.Name);
        var twin = Path.ChangeExtension(file, ".float64.json.gz");
        foreach (var wide in File.Exists(Repository.Golden("nn", twin)) ? GoldenCase.All(twin) : [])
        {
            found.Add(wide.Name + Wide, wide);
        }

        return found;
    }
}
