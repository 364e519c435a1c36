using System.Text.Json;
using TorchSharp;
using TorchSharp.Audio.Tests;

namespace Audio.Tests.Datasets;

/// <summary>What torchaudio's data sets made of small trees of files: tests/golden/audio-datasets.</summary>
internal static class DatasetGoldens
{
    private static readonly JsonElement All =
        JsonDocument.Parse(File.ReadAllBytes(Repository.Golden("audio-datasets", "datasets.json"))).RootElement;

    /// <summary>Writes the files of a set into a folder.</summary>
    public static void Put(string set, TemporaryFolder folder)
    {
        foreach (var file in All.GetProperty(set).GetProperty("files").EnumerateObject())
        {
            folder.Put(file.Name, file.Value.GetBytesFromBase64());
        }
    }

    /// <summary>The names of a set's cases.</summary>
    public static IEnumerable<string> Names(string set) => All.GetProperty(set).GetProperty("cases").EnumerateArray()
        .Select(entry => entry.GetProperty("name").GetString()!);

    /// <summary>One case.</summary>
    public static JsonElement Case(string set, string name) => All.GetProperty(set).GetProperty("cases").EnumerateArray()
        .Single(entry => entry.GetProperty("name").GetString() == name);

    /// <summary>An argument of a case, or what stands for it.</summary>
    public static string? Argument(JsonElement entry, string name, string? otherwise) =>
        entry.GetProperty("arguments").TryGetProperty(name, out var value) ? value.GetString() : otherwise;

    /// <summary>Fails unless a waveform is the golden's, bit for bit.</summary>
    public static void AssertWaveform(JsonElement sample, torch.Tensor waveform)
    {
        float[][] expected =
            [.. sample.GetProperty("waveform").EnumerateArray().Select(channel => channel.EnumerateArray().Select(value => value.GetSingle()).ToArray())];
        Assert.Equal([expected.Length, expected[0].Length], waveform.shape);
        Assert.Equal(expected.SelectMany(channel => channel), waveform.data<float>().ToArray());
    }
}
