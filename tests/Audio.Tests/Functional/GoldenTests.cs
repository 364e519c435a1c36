namespace TorchSharp.Audio.Tests.Functional;

/// <summary>Functions and transforms against the oracle's outputs and gradients (tests/golden/audio/dsp).</summary>
public class GoldenTests
{
    private static readonly Dictionary<string, GoldenFile> Files =
        GoldenCases.All.Keys.ToDictionary(name => name, name => new GoldenFile(name));

    /// <summary>Script and name of every case.</summary>
    public static TheoryData<string, string> Names
    {
        get
        {
            var names = new TheoryData<string, string>();
            foreach (var (script, file) in Files)
            {
                foreach (var name in file.Cases.Keys)
                {
                    names.Add(script, name);
                }
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Output_and_gradients_are_the_oracles(string script, string name) => Files[script].Cases[name].Check(GoldenCases.All[script][name]);

    [Fact]
    public void Every_case_has_its_twin()
    {
        foreach (var (script, file) in Files)
        {
            Assert.Equal(file.Cases.Keys.Order(), GoldenCases.All[script].Keys.Order());
        }
    }
}
