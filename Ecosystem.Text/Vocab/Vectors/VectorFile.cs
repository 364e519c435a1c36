using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Reads files of vectors: a line is a token and its numbers, parted by single spaces. Blocks of lines are parsed on all processors and put together
/// in order, with the results and the errors of Python's reading one line after another.
/// </summary>
internal static class VectorFile
{
    private const int FewestDimensions = 3;

    // A table takes at most twice the bytes of its text (a number four, its text two). Only rows without vectors can lift it above that.
    private const int BytesPerByte = 2;
    private const long Allowance = 1 << 26;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Plain text, or compressed if the name ends in .gz.</param>
    /// <param name="maxVectors">How many vectors to read at most; null for all.</param>
    /// <exception cref="TextFileException">A row is not like the others, or there is none; the message says in which line.</exception>
    public static VectorTable Read(string path, long? maxVectors)
    {
        var (dimensions, rows) = Survey(path, maxVectors);
        var most = maxVectors is { } asked ? Math.Min(asked, rows) : rows;
        using var scope = NewDisposeScope();
        var numbers = empty([most, dimensions], dtype: ScalarType.Float32);
        var (tokens, undecodable) = Fill(path, numbers, checked((int)most), dimensions);
        if (tokens.Count < most)
        {
            numbers.narrow(0, tokens.Count, most - tokens.Count).zero_();
        }
        return VectorTable.Of(tokens, numbers.DetachFromDisposeScope(), undecodable);
    }

    // How long the first vector is, and how many lines there are from it on (or as many as are asked for).
    private static (int Dimensions, long Rows) Survey(string path, long? maxVectors)
    {
        using var lines = new LineBlocks(path);
        var buffer = new byte[1 << 20];
        long skip = 0;
        int length;
        while ((length = lines.Read(ref buffer)) > 0)
        {
            var block = buffer.AsSpan(0, length);
            while (!block.IsEmpty)
            {
                var row = block[..(block.IndexOf((byte)'\n') + 1)];
                var count = VectorBlock.CountNumbers(row);
                if (count >= FewestDimensions)
                {
                    return (count, CountRest(path, lines, buffer, skip, count, maxVectors));
                }
                skip++;
                if (count != 1)
                {
                    throw new TextFileException(
                        path, skip, $"\"{VectorBlock.Shown(row)}\" has {count} number(s): vectors have {FewestDimensions} at least, and rows with one are headers.");
                }
                block = block[row.Length..];
            }
        }
        throw new TextFileException(path, Math.Max(skip, 1), "the file holds no vectors.");
    }

    private static long CountRest(string path, LineBlocks lines, byte[] buffer, long skip, int dimensions, long? maxVectors)
    {
        while ((maxVectors is null || lines.Lines - skip < maxVectors) && lines.Read(ref buffer) > 0)
        {
        }
        var rows = lines.Lines - skip;
        var needed = (Int128)Math.Min(rows, maxVectors ?? rows) * dimensions * sizeof(float);
        if (needed > ((Int128)lines.Bytes * BytesPerByte) + Allowance)
        {
            throw new TextFileException(
                path, skip + 1, $"{rows} vectors of {dimensions} numbers do not fit into the {lines.Bytes} bytes of the file: most rows hold something else.");
        }
        return rows;
    }

    private static (List<string> Tokens, long Undecodable) Fill(string path, Tensor numbers, int most, int dimensions)
    {
        var tokens = new List<string>();
        long undecodable = 0;
        using var lines = new LineBlocks(path);
        VectorBlock[] blocks = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new VectorBlock())];
        while (tokens.Count < most)
        {
            var count = 0;
            while (count < blocks.Length && blocks[count].Read(lines))
            {
                count++;
            }
            if (count == 0)
            {
                break;
            }
            Parallel.For(0, count, index => blocks[index].Parse(path, dimensions));
            for (var index = 0; index < count && tokens.Count < most; index++)
            {
                var block = blocks[index];
                var taken = Math.Min(block.Tokens.Count, most - tokens.Count);
                Put(block.Rows(taken, dimensions), numbers, tokens.Count);
                tokens.AddRange(taken == block.Tokens.Count ? block.Tokens : block.Tokens.Take(taken));
                undecodable += block.Undecodable;
                if (block.Error is not null && tokens.Count < most)
                {
                    throw block.Error;
                }
            }
        }
        return (tokens, undecodable);
    }

    private static void Put(ReadOnlySpan<float> rows, Tensor numbers, int start)
    {
        if (rows.IsEmpty)
        {
            return;
        }
        using var part = numbers.narrow(0, start, rows.Length / numbers.shape[1]);
        System.Runtime.InteropServices.MemoryMarshal.AsBytes(rows).CopyTo(part.bytes);
    }
}
