using TorchSharp;
using static TorchSharp.torchtext;

namespace Text.Tests.Datasets;

/// <summary>Delimited files with changes drawn at random: records, or one typed exception with the file and the line.</summary>
public sealed class MutatedTextTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void MutatedFilesNeverDoMoreThanThrow()
    {
        var random = new Random(6);
        var start = "text,label\n\"a, \"\"b\"\"\",1\nc,2\r\n\"d\ne\",3\nüé日本😀,4\n"u8.ToArray();
        byte[] letters = [(byte)'"', (byte)',', (byte)'\n', (byte)'\r', (byte)'x', 0, 0xFF, 0xC3, 0xE2, 0x80];
        var read = 0;
        for (var round = 0; round < 3000; round++)
        {
            var mutated = start.ToList();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                var (at, letter) = (random.Next(mutated.Count), letters[random.Next(letters.Length)]);
                switch (random.Next(3))
                {
                    case 0: mutated.Insert(at, letter); break;
                    case 1: mutated[at] = letter; break;
                    default: mutated.RemoveAt(at); break;
                }
            }
            var path = folder.Put("file.csv", [.. mutated]);
            try
            {
                using var file = datasets.TextFile(path, header: round % 2 == 0, errors: round % 5 == 0 ? "replace" : "strict");
                Assert.All(file, record => Assert.Equal(file.width, record.Length));
                read++;
            }
            catch (TextFileException problem)
            {
                Assert.Equal(path, problem.FileName);
                Assert.InRange(problem.Line, 1, mutated.Count(value => value is (byte)'\n' or (byte)'\r') + 1);
            }
        }
        Assert.InRange(read, 300, 2700);
    }
}
