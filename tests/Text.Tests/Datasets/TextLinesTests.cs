using System.Text;
using TorchSharp;
using TorchSharp.Modules;

namespace Text.Tests.Datasets;

/// <summary>Lines of text files in all encodings.</summary>
public sealed class TextLinesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a\nb")]
    [InlineData("a\r\nb\r\n")]
    [InlineData("\r\r\n\n\r")]
    [InlineData("ä\n日本語\r😀\r\n")]
    public void LinesAndTheirEndsMakeUpTheText(string text)
    {
        foreach (var encoding in (Encoding[])[new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32])
        {
            var path = folder.Put("text", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
            Assert.Equal(text, Joined(path, encoding, "strict", out var count));
            Assert.Equal(text.Replace("\r\n", "\n").Split('\n', '\r').Length - (text.Length == 0 || text[^1] is '\n' or '\r' ? 1 : 0), count);
        }
    }

    [Theory]
    [InlineData(65534)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(65537)]
    [InlineData(131072)]
    public void LineEndsAtTheEdgesOfBlocksAreWhole(int length)
    {
        var text = new string('x', length) + "\r\ny" + new string('z', length) + "\r";
        Assert.Equal(text, Joined(folder.Put("text", text), null, "strict", out var count));
        Assert.Equal(2, count);
    }

    [Fact]
    public void EveryLatin1ByteIsText()
    {
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(value => (byte)value).Where(value => value is not ((byte)'\n' or (byte)'\r'))];
        Assert.Equal(Encoding.Latin1.GetString(bytes), Joined(folder.Put("text", bytes), Encoding.Latin1, "strict", out var count));
        Assert.Equal(1, count);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', (byte)'\n', (byte)'b', 0xFF, (byte)'\n' }, 2, "0xFF")]
    [InlineData(new byte[] { (byte)'\n', (byte)'\n', 0xC3 }, 3, "0xC3")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, 1, "0xED")]
    [InlineData(new byte[] { 0xC0, 0xAF }, 1, "0xC0")]
    public void MalformedBytesAreNamedWithTheirLine(byte[] bytes, long line, string shown)
    {
        var path = folder.Put("text", bytes);
        var error = Assert.Throws<TextFileException>(() => Joined(path, null, "strict", out _));
        Assert.Equal(line, error.Line);
        Assert.Equal(path, error.FileName);
        Assert.Contains(path, error.Message);
        Assert.Contains($"line {line}", error.Message);
        Assert.Contains(shown, error.Message);
    }

    [Fact]
    public void MalformedUtf16IsNamedToo()
    {
        var path = folder.Put("text", [.. Encoding.Unicode.GetBytes("a\nb"), 0x00, 0xDC, (byte)'c', 0]);
        Assert.Contains(path, Assert.Throws<TextFileException>(() => Joined(path, Encoding.Unicode, "strict", out _)).Message);
    }

    [Fact]
    public void MalformedBytesAreReplacedOrLeftOutIfAskedFor()
    {
        var path = folder.Put("text", [(byte)'a', 0xFF, (byte)'b']);
        Assert.Equal("a\uFFFDb", Joined(path, null, "replace", out _));
        Assert.Equal("ab", Joined(path, null, "ignore", out _));
        Assert.Throws<ArgumentException>(() => Joined(path, null, "guess", out _));
    }

    private static string Joined(string path, Encoding? encoding, string errors, out int count)
    {
        using var lines = new TextLines(path, TextDecoding.Create(encoding, errors));
        var text = new StringBuilder();
        for (count = 0; lines.Read() is { } line; count++)
        {
            text.Append(line).Append(lines.Terminator);
            Assert.Equal(count + 1, lines.Number);
        }
        return text.ToString();
    }
}
