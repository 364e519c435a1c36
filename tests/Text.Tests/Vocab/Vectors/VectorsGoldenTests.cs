using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Text.Tests.Datasets;
using TorchSharp;
using static TorchSharp.torch;

namespace Text.Tests.Vocab.Vectors;

/// <summary>Files of vectors as torchtext reads them.</summary>
public sealed class VectorsGoldenTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Names { get; } = [.. VectorGoldens.Cases.Keys];

    public static TheoryData<int> Lookups { get; } = [.. Enumerable.Range(0, VectorGoldens.All.GetProperty("lookups").GetProperty("cases").GetArrayLength())];

    public static TheoryData<int> Grams { get; } = [.. Enumerable.Range(0, VectorGoldens.All.GetProperty("lookups").GetProperty("grams").GetArrayLength())];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void TableIsTheOracles(string name)
    {
        var golden = VectorGoldens.Cases[name];
        var data = golden.GetProperty("data").GetBytesFromBase64();
        var gz = golden.GetProperty("gz").GetBoolean();
        var path = folder.Put(gz ? "v.txt.gz" : "v.txt", gz ? Compressed(data) : data);
        long? most = golden.GetProperty("max_vectors").ValueKind == JsonValueKind.Null ? null : golden.GetProperty("max_vectors").GetInt64();
        if (golden.TryGetProperty("error", out _))
        {
            var error = Assert.Throws<TextFileException>(() => new torchtext.vocab.Vectors(path, cache: folder.Path, max_vectors: most));
            Assert.Equal(path, error.FileName);
            Assert.Equal([Path.GetFileName(path)], Directory.GetFiles(folder.Path).Select(file => Path.GetFileName(file)));
            return;
        }
        // Once from the text, once from what was kept of it.
        for (var time = 0; time < 2; time++)
        {
            using var vectors = new torchtext.vocab.Vectors(path, cache: folder.Path, max_vectors: most);
            Assert.Equal(golden.GetProperty("itos").EnumerateArray().Select(token => token.GetString()), vectors.itos);
            Assert.Equal(
                golden.GetProperty("stoi").EnumerateObject().Select(entry => (entry.Name, entry.Value.GetInt32())).Order(),
                vectors.stoi.Select(entry => (entry.Key, entry.Value)).Order());
            Assert.Equal(golden.GetProperty("dim").GetInt64(), vectors.dim);
            VectorGoldens.AssertSame(golden.GetProperty("shape"), golden.GetProperty("vectors"), vectors.vectors);
            Assert.Equal(
                golden.GetProperty("kept").EnumerateArray().Select(file => file.GetString()!).Append(Path.GetFileName(path)).Order(),
                Directory.GetFiles(folder.Path).Select(file => Path.GetFileName(file)).Order());
            if (time == 0)
            {
                File.WriteAllText(path, "changed");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public void LookupIsTheOracles(int index)
    {
        var lookups = VectorGoldens.All.GetProperty("lookups");
        var golden = lookups.GetProperty("cases")[index];
        var path = folder.Put("v.txt", lookups.GetProperty("file").GetBytesFromBase64());
        torch.manual_seed(11);
        Func<Tensor, Tensor>? unknown = golden.TryGetProperty("unk", out var unk)
            ? unk.GetString() == "ones" ? vector => vector.fill_(1) : vector => torch.nn.init.normal_(vector)
            : null;
        using var vectors = new torchtext.vocab.Vectors(path, cache: folder.Path, unk_init: unknown);
        var backup = golden.GetProperty("lower_case_backup").GetBoolean();
        var tokens = golden.GetProperty("tokens");
        using var result = tokens.ValueKind == JsonValueKind.String
            ? vectors.get_vecs_by_tokens(tokens.GetString()!, backup)
            : vectors.get_vecs_by_tokens([.. tokens.EnumerateArray().Select(token => token.GetString()!)], backup);
        VectorGoldens.AssertSame(golden.GetProperty("shape"), golden.GetProperty("result"), result);
    }

    [Theory]
    [MemberData(nameof(Grams))]
    public void NGramsAreTheOracles(int index)
    {
        var lookups = VectorGoldens.All.GetProperty("lookups");
        var golden = lookups.GetProperty("grams")[index];
        folder.Put("charNgram.txt", lookups.GetProperty("grams_file").GetBytesFromBase64());
        using var vectors = new torchtext.vocab.CharNGram(cache: folder.Path);
        var token = golden.GetProperty("token").GetString()!;
        using var one = vectors[token];
        VectorGoldens.AssertSame(golden.GetProperty("shape"), golden.GetProperty("result"), one);
        using var many = vectors.get_vecs_by_tokens([token, "ab"], lower_case_backup: true);
        VectorGoldens.AssertSame(golden.GetProperty("many_shape"), golden.GetProperty("many"), many);
    }

    [Fact]
    public void TableKeptByPythonIsRead()
    {
        File.Copy(Repository.Golden("text-vectors", "python.pt"), folder.File("v.txt.pt"));
        using var vectors = new torchtext.vocab.Vectors("v.txt", cache: folder.Path);
        Assert.Equal(["the", "The", "ärger", "i\u0307", "σας", "chip", "CHIP"], vectors.itos);
        using var chip = vectors["CHIP"];
        Assert.Equal([5f, 5f, 5f], chip.data<float>().ToArray());
    }

    [SharedDataFact("vectors")]
    public void RealFilesAreReadAsTheOracleReadsThem()
    {
        var source = Repository.Data("vectors")!;
        foreach (var zip in Directory.GetFiles(source, "*.zip"))
        {
            torchtext.utils.extract_archive(zip, folder.Path);
        }
        File.Copy(Path.Combine(source, "wiki.en.vec"), folder.File("wiki.en.vec"));
        foreach (var golden in JsonDocument.Parse(File.ReadAllBytes(Repository.Golden("text-vectors", "shared.json"))).RootElement.EnumerateArray())
        {
            long? most = golden.GetProperty("max_vectors").ValueKind == JsonValueKind.Null ? null : golden.GetProperty("max_vectors").GetInt64();
            using var vectors = new torchtext.vocab.Vectors(golden.GetProperty("name").GetString()!, cache: folder.Path, max_vectors: most);
            Assert.Equal(golden.GetProperty("shape").EnumerateArray().Select(side => side.GetInt64()), vectors.vectors.shape);
            Assert.Equal(golden.GetProperty("vectors").GetString(), Convert.ToHexStringLower(SHA256.HashData(vectors.vectors.bytes)));
            Assert.Equal(golden.GetProperty("tokens").GetString(), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', vectors.itos)))));
        }
    }

    private static byte[] Compressed(byte[] data)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest))
        {
            gzip.Write(data);
        }
        return memory.ToArray();
    }
}
