namespace Bindings.Tests.NN.Golden;

/// <summary>A golden file and the subjects of its cases, one for each, none too many.</summary>
internal sealed class GoldenFile(string file, Dictionary<string, Func<Subject>> subjects)
{
    private readonly Dictionary<string, GoldenCase> cases = GoldenCase.All(file).ToDictionary(c => c.Name);

    /// <summary>The names of the file's cases and of the subjects; a name that is in one of them only fails its test.</summary>
    public TheoryData<string> Names => [.. cases.Keys.Union(subjects.Keys)];

    public void Check(string name)
    {
        Assert.True(cases.ContainsKey(name), $"{file} has no case \"{name}\".");
        Assert.True(subjects.ContainsKey(name), $"No subject runs the case \"{name}\" of {file}.");
        cases[name].Check(subjects[name]());
    }
}
