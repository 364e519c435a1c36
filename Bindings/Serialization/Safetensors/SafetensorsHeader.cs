using System.Buffers.Binary;

namespace TorchSharp;

/// <summary>
/// The head of a safetensors file: eight bytes with its length, then JSON with each tensor's element type, shape and place. The places follow one
/// another without a gap from the head's end to the file's.
/// </summary>
/// <remarks>The rules are those of the format's own reader, so that a file that loads here loads there.</remarks>
internal sealed class SafetensorsHeader
{
    /// <summary>The longest head that the format's readers take.</summary>
    public const int MaxLength = 100_000_000;

    public const string MetadataName = "__metadata__";

    private const int LengthBytes = 8;

    private SafetensorsHeader(List<SafetensorsEntry> entries, Dictionary<string, string>? metadata, long dataStart)
    {
        Entries = entries;
        Metadata = metadata;
        DataStart = dataStart;
    }

    /// <summary>The tensors in the order of their bytes.</summary>
    public IReadOnlyList<SafetensorsEntry> Entries { get; }

    /// <summary>Texts that were saved along; null where there are none.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; }

    /// <summary>Where the data begin in the file.</summary>
    public long DataStart { get; }

    /// <summary>Whether a file that starts so, and is so long, is of this format.</summary>
    public static bool IsStart(ReadOnlySpan<byte> start, long length) => start.Length > LengthBytes && start[LengthBytes] == '{'
        && BinaryPrimitives.ReadUInt64LittleEndian(start) is >= 2 and <= MaxLength and var head && (long)head <= length - LengthBytes;

    /// <exception cref="TorchFileFormatException">The head breaks one of the format's rules.</exception>
    public static SafetensorsHeader Read(ByteSource source)
    {
        if (source.Length < LengthBytes)
        {
            throw source.Damaged($"{source.Length} bytes are too few for a safetensors file, which begins with eight for the length of its head");
        }
        Span<byte> start = stackalloc byte[LengthBytes];
        source.Read(0, start);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(start);
        if (length > MaxLength)
        {
            throw source.Damaged($"the head claims {length} bytes, more than the {MaxLength} that the format allows; this is no safetensors file");
        }
        if ((long)length > source.Length - LengthBytes)
        {
            throw source.Damaged($"the head claims {length} bytes and {source.Length - LengthBytes} follow; the file is truncated or of another format");
        }
        var json = new byte[length];
        source.Read(LengthBytes, json);
        try
        {
            var (entries, metadata) = new SafetensorsJson(json).Read();
            CheckPlaces(entries, source.Length - LengthBytes - json.Length);
            return new SafetensorsHeader(entries, metadata, LengthBytes + json.Length);
        }
        catch (TorchFileFormatException error) when (source.Name is not null)
        {
            throw source.Damaged(error.Message, error);
        }
    }

    // Sorts the tensors by place. Empty ones may share theirs with the next.
    private static void CheckPlaces(List<SafetensorsEntry> entries, long dataLength)
    {
        entries.Sort((a, b) => (a.Begin, a.End).CompareTo((b.Begin, b.End)));
        var end = 0L;
        foreach (var entry in entries)
        {
            if (entry.Begin != end)
            {
                throw new TorchFileFormatException(
                    $"the tensor '{entry.Name}' begins at byte {entry.Begin} of the data where {end} was expected: tensors may not overlap or leave gaps");
            }
            end = entry.End;
            if (StoredShape.Count(entry.Shape) is not { } count || (UInt128)count * (uint)entry.Type.Bits != (UInt128)(entry.End - entry.Begin) * 8)
            {
                throw new TorchFileFormatException(
                    $"the tensor '{entry.Name}' of shape [{string.Join(", ", entry.Shape)}] and type {entry.Type.Name} does not fit its "
                    + $"{entry.End - entry.Begin} bytes");
            }
        }
        if (end != dataLength)
        {
            throw new TorchFileFormatException(
                $"the tensors take {end} bytes and {dataLength} follow the head; the file is {(end > dataLength ? "truncated" : "damaged: something is behind them")}");
        }
    }
}
