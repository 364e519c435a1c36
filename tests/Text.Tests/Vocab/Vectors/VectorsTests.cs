using System.Globalization;
using System.IO.Compression;
using System.Text;
using Text.Tests.Datasets;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torchtext;

namespace Text.Tests.Vocab.Vectors;

/// <summary>Vectors: errors with their place, large files in blocks, the cache folder, downloads.</summary>
public sealed class VectorsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private vocab.Vectors Read(string text, long? most = null) => new(folder.Put("v.txt", text), cache: folder.Path, max_vectors: most);

    [Theory]
    [InlineData("a 1 2 3\nb 4 5\n", 2, "\"b\" has 2 number(s)")]
    [InlineData("2 3\na 1 2 3\n\n", 3, "\"\" has 0 number(s)")]
    [InlineData("a 1 2 3\nodd 7\nb 4 5 6 7\n", 3, "\"b\" has 4 number(s)")]
    [InlineData("a 1 2 3\nb 4 five 6\n", 2, "\"five\" in the vector of \"b\" is no number")]
    [InlineData("x 1\na 1 2\n", 2, "\"a\" has 2 number(s)")]
    [InlineData("a 1\nb 2\n", 2, "no vectors")]
    public void MalformedRowIsNamedWithItsLine(string text, long line, string expected)
    {
        var error = Assert.Throws<TextFileException>(() => Read(text));
        Assert.Equal(line, error.Line);
        Assert.Contains($"v.txt, line {line}: ", error.Message);
        Assert.Contains(expected, error.Message);
        Assert.Equal(["v.txt"], Directory.GetFiles(folder.Path).Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public void UndecodableTokensAreCounted()
    {
        var path = folder.Put("v.txt", [.. "a 1 2 3\n"u8, 0xE9, .. " 1 2 3\n"u8, 0xFF, .. " 1 2 3\nb 4 5 6\n"u8]);
        using var vectors = new vocab.Vectors(path, cache: folder.Path);
        Assert.Equal(2, vectors.UndecodableTokens);
        Assert.Equal(["a", "b"], vectors.itos);
        Assert.Equal(4, vectors.Count);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(12345L, false)]
    [InlineData(null, true)]
    public void LargeFileInBlocksIsReadInOrder(long? most, bool raggedAtTheEnd)
    {
        const int Rows = 30_000;
        var text = new StringBuilder("30000 20\n");
        for (var row = 0; row < Rows; row++)
        {
            text.Append("token").Append(row % 20_000);
            for (var column = 0; column < 20; column++)
            {
                text.Append(' ').Append(Value(row, column).ToString("R", CultureInfo.InvariantCulture));
            }
            text.Append('\n');
        }
        if (raggedAtTheEnd)
        {
            text.Append("late 1 2 3\n");
            Assert.Equal(Rows + 2, Assert.Throws<TextFileException>(() => Read(text.ToString())).Line);
            return;
        }
        using var vectors = Read(text.ToString(), most);
        var count = (int)(most ?? Rows);
        Assert.Equal([count, 20], vectors.vectors.shape);
        Assert.Equal(count, vectors.itos.Count);
        var numbers = vectors.vectors.data<float>().ToArray();
        for (var row = 0; row < count; row++)
        {
            Assert.Equal($"token{row % 20_000}", vectors.itos[row]);
            Assert.Equal(Value(row, row % 20), numbers[(row * 20) + (row % 20)]);
        }
        Assert.Equal(Math.Min(count - 1, most is null ? 20_005 : 5), vectors.stoi["token5"]);

        static float Value(int row, int column) => (float)((row * 31 + column * 7) % 1000 / 997.0) - 0.5f;
    }

    [Fact]
    public void RowsThatHoldNoVectorsTakeNoMemory()
    {
        // One row of 200,000 numbers and 200,000 rows of one: the table would take 160 GB.
        var text = "a" + string.Concat(Enumerable.Repeat(" 0", 200_000)) + "\n" + string.Concat(Enumerable.Repeat("b 1\n", 200_000));
        Assert.Contains("do not fit", Assert.Throws<TextFileException>(() => Read(text)).Message);
    }

    [Fact]
    public void CompressedFileThatIsCutShortIsNamed()
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 500).Select(row => $"a{row} {row} {row * 7 % 31} {row * 13 % 17}.5\n"))));
        }
        var whole = memory.ToArray();
        for (var length = 1; length < whole.Length; length += 101)
        {
            var path = folder.Put("v.txt.gz", whole[..length]);
            Assert.Contains(path, Assert.Throws<TextFileException>(() => new vocab.Vectors(path, cache: folder.Path)).Message);
        }
        using var vectors = new vocab.Vectors(folder.Put("v.txt.gz", whole), cache: folder.Path);
        Assert.Equal(500, vectors.Count);
    }

    [Fact]
    public void MutatedFilesNeverDoMoreThanThrow()
    {
        var random = new Random(5);
        var files = VectorGoldens.Cases.Values.Select(golden => golden.GetProperty("data").GetBytesFromBase64()).Where(data => data.Length is > 0 and < 6000).ToArray();
        ReadOnlySpan<byte> letters = " \n\r\t.-e09ä_ni\0"u8;
        var read = 0;
        for (var round = 0; round < 600; round++)
        {
            var mutated = files[round % files.Length].ToList();
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                var (at, letter) = (random.Next(mutated.Count), letters[random.Next(letters.Length)]);
                switch (random.Next(4))
                {
                    case 0: mutated.Insert(at, letter); break;
                    case 1: mutated[at] = letter; break;
                    case 2: mutated.RemoveRange(at, Math.Min(random.Next(4), mutated.Count - at)); break;
                    default: mutated.InsertRange(at, mutated.Slice(at, Math.Min(random.Next(200), mutated.Count - at))); break;
                }
                if (mutated.Count == 0)
                {
                    mutated.Add(letter);
                }
            }
            var path = folder.Put($"{round}.txt", [.. mutated]);
            try
            {
                using var vectors = new vocab.Vectors(path, cache: folder.Path, max_vectors: round % 3 == 0 ? 2 : null);
                Assert.True(vectors.itos.Count <= vectors.Count);
                read++;
            }
            catch (TextFileException problem)
            {
                Assert.Equal(path, problem.FileName);
                Assert.InRange(problem.Line, 1, mutated.Count(value => value == '\n') + 1);
            }
        }
        Assert.InRange(read, 50, 550);
    }

    [Fact]
    public void IndexerIsAViewAndLookupsAreCopies()
    {
        using var vectors = Read("a 1 2 3\nb 4 5 6\n");
        using (var view = vectors["a"])
        {
            view.fill_(7);
        }
        using var copy = vectors.get_vecs_by_tokens("a");
        Assert.Equal([7f, 7f, 7f], copy.data<float>().ToArray());
        copy.zero_();
        using var again = vectors.get_vecs_by_tokens(["a", "none"]);
        Assert.Equal([7f, 7f, 7f, 0f, 0f, 0f], again.data<float>().ToArray());
        Assert.Throws<ArgumentException>(() => vectors.get_vecs_by_tokens(Array.Empty<string>()));
        Assert.Throws<ArgumentNullException>(() => vectors[null!]);
    }

    [Fact]
    public void UnknownVectorsOfAnotherShapeAreRefused()
    {
        using var vectors = new vocab.Vectors(folder.Put("v.txt", "a 1 2 3\n"), cache: folder.Path, unk_init: _ => torch.zeros(4));
        Assert.Contains("[4]", Assert.Throws<ArgumentException>(() => vectors.get_vecs_by_tokens(["a", "none"])).Message);
    }

    [Fact]
    public void VectorsOutliveScopesAndAreDisposedWithTheirOwner()
    {
        vocab.Vectors vectors;
        using (NewDisposeScope())
        {
            vectors = Read("a 1 2 3\n");
        }
        Assert.Equal(1f, vectors.vectors[0, 0].item<float>());
        vectors.Dispose();
        Assert.Throws<ObjectDisposedException>(() => vectors.vectors.sum());
    }

    [Fact]
    public void DamagedCacheIsNamed()
    {
        folder.Put("v.txt", "a 1 2 3\n");
        folder.Put("v.txt.pt", "rubbish");
        Assert.Contains("v.txt.pt", Assert.Throws<TorchFileFormatException>(() => new vocab.Vectors("v.txt", cache: folder.Path)).Message);
        torch.serialization.save(new object?[] { new List<string> { "a" }, new Dictionary<string, int> { ["a"] = 5 }, torch.zeros(1, 3), 3 }, folder.File("v.txt.pt"));
        Assert.Contains("Delete it", Assert.Throws<TorchFileFormatException>(() => new vocab.Vectors("v.txt", cache: folder.Path)).Message);
    }

    [Fact]
    public void MissingFileIsNamed()
    {
        Assert.Contains(folder.File("none.txt"), Assert.Throws<FileNotFoundException>(() => new vocab.Vectors("none.txt", cache: folder.Path)).Message);
        Assert.Contains("6B", Assert.Throws<ArgumentException>(() => new vocab.GloVe("7B", cache: folder.Path)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new vocab.Vectors("none.txt", max_vectors: -1));
    }

    [Fact]
    public void ArchiveIsDownloadedUnpackedAndRead()
    {
        var source = folder.File("source.zip");
        using (var zip = ZipFile.Open(source, ZipArchiveMode.Create))
        {
            foreach (var dim in (int[])[3, 4])
            {
                using var entry = new StreamWriter(zip.CreateEntry($"my.{dim}d.txt").Open());
                entry.Write("a" + string.Concat(Enumerable.Repeat(" 0.5", dim)) + "\n");
            }
        }
        var cache = folder.File("cache");
        using var vectors = new vocab.Vectors("my.4d.txt", cache, new Uri(source).AbsoluteUri);
        Assert.Equal(4, vectors.dim);
        Assert.Equal(["my.3d.txt", "my.4d.txt", "my.4d.txt.pt", "source.zip"], Directory.GetFiles(cache).Select(path => Path.GetFileName(path)).Order());
        File.Delete(source);
        using var other = new vocab.Vectors("my.3d.txt", cache, new Uri(source).AbsoluteUri);
        Assert.Equal(3, other.dim);
        Assert.Contains("something else", Assert.Throws<FileNotFoundException>(() => new vocab.Vectors("my.5d.txt", cache, new Uri(source).AbsoluteUri)).Message);
    }

    [Fact]
    public void PublishedVectorsAreFoundInTheCacheByTheirNames()
    {
        folder.Put("glove.6B.50d.txt", "a" + string.Concat(Enumerable.Repeat(" 1", 50)) + "\n");
        folder.Put("wiki.simple.vec", "1 300\na" + string.Concat(Enumerable.Repeat(" 1", 300)) + " \n");
        folder.Put("charNgram.txt", "2gram-ab 1 2 3\n");
        using var glove = vocab.pretrained_aliases["glove.6B.50d"](cache: folder.Path);
        Assert.Equal(50, glove.dim);
        using var fast = vocab.pretrained_aliases["fasttext.simple.300d"](cache: folder.Path);
        Assert.Equal((300L, 1L), (fast.dim, fast.Count));
        using var grams = vocab.pretrained_aliases["charngram.100d"](cache: folder.Path);
        Assert.IsType<vocab.CharNGram>(grams);
        Assert.Equal(13, vocab.pretrained_aliases.Count);
    }

    [PythonFact]
    public void TableKeptHereIsReadByPython()
    {
        using (Read("a 1 2 3\nä\u00a0b 4 5 6\na 7 8 9\n"))
        {
        }
        var printed = Python.Run(
            "import sys, torch; i, s, v, d = torch.load(sys.argv[1]); print(ascii(i), ascii(s), v.tolist(), d, type(d).__name__)", folder.File("v.txt.pt"));
        Assert.Equal("['a', '\\xe4\\xa0b', 'a'] {'a': 2, '\\xe4\\xa0b': 1} [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]] 3 int", printed);
    }
}
