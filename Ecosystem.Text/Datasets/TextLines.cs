using System.Text;

namespace TorchSharp.Modules;

/// <summary>
/// The lines of a text file, one at a time, decoded. Lines end in a line feed, a carriage return, or both, as for Python's text files; a mark of the
/// encoding before the first line is left out.
/// </summary>
internal sealed class TextLines : IDisposable
{
    private const int BlockSize = 1 << 16;
    private const int LongestLine = 1 << 28;

    private readonly string file;
    private readonly TextDecoding decoding;
    private readonly TextDecoding lineDecoding;
    private readonly Stream stream;
    private byte[] buffer = new byte[BlockSize];
    private int start;
    private int end;
    private bool atEnd;

    /// <param name="file">The path.</param>
    /// <param name="decoding">How its bytes become text.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public TextLines(string file, TextDecoding decoding)
    {
        (this.file, this.decoding) = (file, decoding);
        Stream bytes = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
        // Encodings whose line ends are not single bytes are read by way of UTF-8.
        (stream, lineDecoding) = decoding.KeepsAscii ? (bytes, decoding) : (decoding.Transcode(bytes), TextDecoding.Create(null, "strict"));
        Fill();
        var mark = lineDecoding.Preamble;
        start = mark.Length > 0 && buffer.AsSpan(0, end).StartsWith(mark) ? mark.Length : 0;
    }

    /// <summary>The number of the line read last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>What ended the line read last: "\n", "\r\n", "\r", or nothing at the file's end.</summary>
    public string Terminator { get; private set; } = "";

    /// <summary>The next line without its end, or null behind the last.</summary>
    /// <exception cref="TextFileException">It is no text in the file's encoding, or longer than any line.</exception>
    public string? Read()
    {
        var searched = 0;
        while (true)
        {
            var rest = buffer.AsSpan(start, end - start);
            var at = rest[searched..].IndexOfAny((byte)'\n', (byte)'\r') + searched;
            // A carriage return that ends the block may belong to a line feed not yet read.
            if (at >= searched && (rest[at] == '\n' || at + 1 < rest.Length || atEnd))
            {
                Terminator = rest[at] == '\n' ? "\n" : at + 1 < rest.Length && rest[at + 1] == '\n' ? "\r\n" : "\r";
                return Take(at, Terminator.Length);
            }
            if (atEnd)
            {
                Terminator = "";
                return rest.IsEmpty ? null : Take(rest.Length, 0);
            }
            searched = at >= searched ? at : rest.Length;
            Fill();
        }
    }

    public void Dispose() => stream.Dispose();

    private string Take(int length, int terminator)
    {
        Number++;
        var line = lineDecoding.Decode(buffer.AsSpan(start, length), file, Number);
        start += length + terminator;
        return line;
    }

    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }
        if (end == buffer.Length)
        {
            if (buffer.Length >= LongestLine)
            {
                throw new TextFileException(file, Number + 1, $"the line is longer than {LongestLine} bytes: the file is no text.");
            }
            Array.Resize(ref buffer, buffer.Length * 2);
        }
        try
        {
            var read = stream.Read(buffer.AsSpan(end));
            end += read;
            atEnd = read == 0;
        }
        catch (DecoderFallbackException problem)
        {
            throw decoding.Malformed(file, Number + 1 + buffer.AsSpan(start, end - start).Count((byte)'\n'), problem);
        }
    }
}
