using System.Text.Json;

namespace Bindings.Tests.Goldens;

/// <summary>What later Pythons answer otherwise fits the files that it is about, on every libtorch.</summary>
public sealed class OracleFileTests
{
    public static TheoryData<string, string, string> Exchanged
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (string area in Directory.EnumerateDirectories(Repository.Golden()).Select(folder => Path.GetFileName(folder)!).Order())
            {
                foreach (Version version in OracleFile.Versions(area))
                {
                    JsonElement files = JsonDocument.Parse(File.ReadAllBytes(Repository.Golden(area, $"{version}.json"))).RootElement;
                    foreach (JsonProperty file in files.EnumerateObject())
                    {
                        data.Add(area, file.Name, version.ToString());
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Exchanged))]
    public void Belongs_to_the_file_as_it_is(string area, string file, string version)
    {
        JsonElement files = JsonDocument.Parse(File.ReadAllBytes(Repository.Golden(area, $"{version}.json"))).RootElement;
        Assert.NotEqual(JsonValueKind.Undefined, OracleFile.With(area, file, Version.Parse(version)).ValueKind);
        foreach (JsonElement entry in files.GetProperty(file).EnumerateArray())
        {
            bool isSaid = entry.TryGetProperty("is", out JsonElement said), wasSaid = entry.TryGetProperty("was", out JsonElement before);
            Assert.True(isSaid || wasSaid);
            Assert.False(isSaid && wasSaid && JsonElement.DeepEquals(said, before), $"{entry.GetProperty("at")} says the same as before");
        }
    }
}
