using System.Text;
using System.Text.Unicode;

namespace TorchSharp;

/// <summary>A block of lines of a file of vectors, and what they hold once parsed. Reused from block to block.</summary>
internal sealed class VectorBlock
{
    private const int StartSize = 1 << 20;

    private byte[] text = new byte[StartSize];
    private int length;
    private float[] numbers = [];
    private long line;

    /// <summary>The tokens of the rows.</summary>
    public List<string> Tokens { get; } = [];

    /// <summary>How many rows were skipped because their token is no UTF-8.</summary>
    public int Undecodable { get; private set; }

    /// <summary>What ended the parsing early, behind the rows that are here; null if nothing did.</summary>
    public TextFileException? Error { get; private set; }

    /// <summary>Reads the next block.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Read(LineBlocks lines)
    {
        line = lines.Lines;
        length = lines.Read(ref text);
        return length > 0;
    }

    /// <summary>The numbers of the first rows.</summary>
    public ReadOnlySpan<float> Rows(int count, int dimensions) => numbers.AsSpan(0, count * dimensions);

    /// <summary>Parses the block.</summary>
    /// <param name="path">For messages.</param>
    /// <param name="dimensions">How many numbers each row has.</param>
    public void Parse(string path, int dimensions)
    {
        Tokens.Clear();
        (Undecodable, Error) = (0, null);
        // A number takes a space and a digit at least.
        var most = ((length / (2 * dimensions)) + 1) * dimensions;
        if (numbers.Length < most)
        {
            numbers = new float[most];
        }
        var start = 0;
        while (start < length)
        {
            line++;
            var end = start + text.AsSpan(start, length - start).IndexOf((byte)'\n');
            Error = Row(path, text.AsSpan(start, end + 1 - start), dimensions);
            if (Error is not null)
            {
                return;
            }
            start = end + 1;
        }
    }

    /// <summary>How many numbers stand behind a row's token: single spaces part them, white space at the end does not count.</summary>
    public static int CountNumbers(ReadOnlySpan<byte> row) => row.TrimEnd(" \t\n\r\v\f"u8).Count((byte)' ');

    /// <summary>A token for a message.</summary>
    public static string Shown(ReadOnlySpan<byte> row)
    {
        const int Most = 40;
        var trimmed = row.TrimEnd(" \t\n\r\v\f"u8);
        var space = trimmed.IndexOf((byte)' ');
        var token = space < 0 ? trimmed : trimmed[..space];
        return Encoding.UTF8.GetString(token[..Math.Min(token.Length, Most)]);
    }

    // The row ends in a line feed, so that reading numbers always stops in it.
    private TextFileException? Row(string path, ReadOnlySpan<byte> row, int dimensions)
    {
        var into = numbers.AsSpan(Tokens.Count * dimensions, dimensions);
        var space = row.IndexOf((byte)' ');
        if (space < 0 || !TryReadNumbers(row, space, into))
        {
            var count = CountNumbers(row);
            if (count == 1)
            {
                return null;
            }
            if (count != dimensions)
            {
                return new TextFileException(
                    path, line, $"the vector of \"{Shown(row)}\" has {count} number(s) where those before have {dimensions}. All need the same.");
            }
            var token = row[..space];
            if (Utf8.IsValid(token) && ReadAnyNumbers(row[(space + 1)..], into) is { } wrong)
            {
                return new TextFileException(path, line, $"\"{wrong}\" in the vector of \"{Shown(row)}\" is no number.");
            }
        }
        if (Utf8.IsValid(row[..space]))
        {
            Tokens.Add(Encoding.UTF8.GetString(row[..space]));
        }
        else
        {
            Undecodable++;
        }
        return null;
    }

    private static bool TryReadNumbers(ReadOnlySpan<byte> row, int space, Span<float> into)
    {
        var at = space;
        for (var i = 0; i < into.Length; i++)
        {
            if (row[at] != ' ')
            {
                return false;
            }
            at++;
            if (!DecimalNumber.TryReadPlain(row, ref at, out into[i]))
            {
                return false;
            }
        }
        return row[at] == '\n' || row[at..].TrimStart(" \t\n\r\v\f"u8).IsEmpty;
    }

    // The first that is none, or null.
    private static string? ReadAnyNumbers(ReadOnlySpan<byte> numbers, Span<float> into)
    {
        numbers = numbers.TrimEnd(" \t\n\r\v\f"u8);
        for (var i = 0; i < into.Length; i++)
        {
            var end = numbers.IndexOf((byte)' ');
            var number = end < 0 ? numbers : numbers[..end];
            if (!DecimalNumber.TryParse(number, out into[i]))
            {
                return Encoding.UTF8.GetString(number[..Math.Min(number.Length, 40)]);
            }
            numbers = end < 0 ? [] : numbers[(end + 1)..];
        }
        return null;
    }
}
