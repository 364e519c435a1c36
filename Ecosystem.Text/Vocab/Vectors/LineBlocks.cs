namespace TorchSharp;

/// <summary>A file of vectors as blocks of whole lines; one whose name ends in .gz is decompressed on the way, as in Python.</summary>
/// <remarks>
/// Blocks are read rather than mapped: a mapped file that another process cuts short ends this one, and reading costs little beside parsing.
/// </remarks>
internal sealed class LineBlocks : IDisposable
{
    private const int LongestLine = 1 << 28;

    private readonly string path;
    private readonly Stream stream;
    private byte[] carried = [];
    private bool atEnd;

    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public LineBlocks(string path)
    {
        this.path = path;
        stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
        if (path.EndsWith(".gz", StringComparison.Ordinal))
        {
            stream = new CheckedGzipStream(stream);
        }
    }

    /// <summary>How many bytes have been delivered.</summary>
    public long Bytes { get; private set; }

    /// <summary>How many lines have been delivered.</summary>
    public long Lines { get; private set; }

    /// <summary>Reads the next lines, which all end in a line feed (the last one of the file gets one if it has none).</summary>
    /// <param name="buffer">Where they go; grows if a line is longer.</param>
    /// <returns>How many bytes; 0 behind the last line.</returns>
    /// <exception cref="TextFileException">A line is longer than any vector, or the compressed data are damaged.</exception>
    public int Read(ref byte[] buffer)
    {
        if (carried.Length >= buffer.Length)
        {
            Array.Resize(ref buffer, carried.Length * 2);
        }
        carried.CopyTo(buffer, 0);
        var length = carried.Length;
        var known = 0;
        while (true)
        {
            length += Fill(buffer.AsSpan(length, buffer.Length - length - 1));
            var last = buffer.AsSpan(known, length - known).LastIndexOf((byte)'\n');
            if (atEnd && length > 0 && last != length - known - 1)
            {
                buffer[length++] = (byte)'\n';
                last = length - known - 1;
            }
            if (last >= 0 || atEnd)
            {
                var whole = last < 0 ? length : known + last + 1;
                carried = buffer[whole..length];
                Bytes += whole;
                Lines += buffer.AsSpan(0, whole).Count((byte)'\n');
                return whole;
            }
            if (length >= LongestLine)
            {
                throw new TextFileException(path, Lines + 1, $"the line is longer than {LongestLine} bytes: this is no file of vectors.");
            }
            known = length;
            Array.Resize(ref buffer, Math.Min(buffer.Length * 2, LongestLine + 1));
        }
    }

    public void Dispose() => stream.Dispose();

    private int Fill(Span<byte> target)
    {
        try
        {
            var read = stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
            atEnd |= read < target.Length;
            return read;
        }
        catch (InvalidDataException problem)
        {
            throw new TextFileException(path, Lines + 1, $"the compressed data are damaged ({problem.Message}).", problem);
        }
    }
}
