using System.Text;
using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;

namespace Text.Tests.Datasets;

/// <summary>Records as Python's csv.reader sees them.</summary>
public sealed class DelimitedRecordsTests : IDisposable
{
    private static readonly JsonElement[] Cases =
        [.. JsonDocument.Parse(File.ReadAllBytes(Repository.Golden("text-datasets", "csv_records.json"))).RootElement.GetProperty("cases").EnumerateArray()];

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Names { get; } = [.. Cases.Select(entry => entry.GetProperty("name").GetString()!)];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void RecordsAreTheOracles(string name)
    {
        var golden = Cases.Single(entry => entry.GetProperty("name").GetString() == name);
        var path = folder.Put("file.csv", golden.GetProperty("data").GetBytesFromBase64());
        if (golden.GetProperty("unclosed").GetBoolean())
        {
            Assert.Contains("never closed", Assert.Throws<TextFileException>(() => Read(path, golden)).Message);
            return;
        }

        var records = Read(path, golden);

        Assert.Equal(golden.GetProperty("fields").EnumerateArray().Select(count => count.GetInt32()), records.Select(record => record.Length));
        Assert.Equal(
            golden.GetProperty("characters").EnumerateArray().Select(count => count.GetInt32()),
            records.Select(record => record.Sum(field => field.EnumerateRunes().Count())));
        if (golden.GetProperty("records").ValueKind != JsonValueKind.Null)
        {
            Assert.Equal(
                golden.GetProperty("records").EnumerateArray().Select(record => record.EnumerateArray().Select(field => field.GetString()!).ToArray()),
                records);
        }
    }

    [Fact]
    public void LineNumbersCountLinesInsideFields()
    {
        var path = folder.Put("file.csv", "a,b\n\n1,\"x\ny\nz\"\n2,c\n");
        using var reader = new DelimitedRecords(path, TextDecoding.Create(null, "strict"), ',', '"');
        var lines = new List<long>();
        while (reader.Read() is not null)
        {
            lines.Add(reader.Line);
        }
        Assert.Equal([1L, 3L, 6L], lines);
    }

    private static List<string[]> Read(string path, JsonElement golden)
    {
        var encoding = golden.GetProperty("encoding").GetString() == "latin-1" ? Encoding.Latin1 : null;
        using var reader = new DelimitedRecords(
            path, TextDecoding.Create(encoding, "strict"), golden.GetProperty("delimiter").GetString()![0], golden.GetProperty("quote").GetString()?[0]);
        var records = new List<string[]>();
        while (reader.Read() is { } record)
        {
            records.Add(record);
        }
        return records;
    }
}
