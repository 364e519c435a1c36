using System.Buffers;
using System.Text;

namespace TorchSharp.Transforms.Text;

/// <summary>A tokenizer's text file, read whole and known to be well-formed UTF-8.</summary>
internal sealed class TextFile
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private TextFile(string path, byte[] bytes, int start)
    {
        Path = path;
        Bytes = bytes.AsMemory(start);
        Start = start;
    }

    public string Path { get; }

    /// <summary>The text, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Where in the file <see cref="Bytes"/> begin.</summary>
    public int Start { get; }

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="TokenizerFormatException">It is not UTF-8.</exception>
    public static TextFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var bytes = File.ReadAllBytes(path);
        var start = bytes.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        var malformed = IndexOfMalformed(bytes);
        if (malformed >= 0)
        {
            throw new TokenizerFormatException(
                path, malformed, bytes.AsSpan(0, malformed).Count((byte)'\n') + 1,
                $"0x{bytes[malformed]:X2} is not UTF-8 here. The file is damaged, or in another encoding: save it as UTF-8.");
        }

        return new TextFile(path, bytes, start);
    }

    /// <summary>The lines, which end in LF, CR LF or CR as in Python's text files; after a last line end comes an empty line.</summary>
    public IEnumerable<(string Text, int Number, int Offset)> Lines()
    {
        var (start, number) = (0, 1);
        while (true)
        {
            var rest = Bytes.Span[start..];
            var length = rest.IndexOfAny((byte)'\n', (byte)'\r');
            yield return (Encoding.UTF8.GetString(length < 0 ? rest : rest[..length]), number, Start + start);
            if (length < 0)
            {
                yield break;
            }

            start += length + (Bytes.Span[(start + length)..].StartsWith("\r\n"u8) ? 2 : 1);
            number++;
        }
    }

    private static int IndexOfMalformed(ReadOnlySpan<byte> bytes)
    {
        var index = 0;
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return -1;
        }

        while (Rune.DecodeFromUtf8(bytes[index..], out _, out var length) == OperationStatus.Done)
        {
            index += length;
        }

        return index;
    }
}
