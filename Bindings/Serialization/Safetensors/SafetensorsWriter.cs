using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Writes safetensors files: the widest elements first, then by name, so that each tensor lies at a multiple of its element's
/// size.</summary>
internal static class SafetensorsWriter
{
    private const int Alignment = 8;

    // Names in other scripts stay readable, as the format's own writer leaves them.
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="ArgumentException">A tensor cannot be saved so; the message names it.</exception>
    /// <exception cref="NotSupportedException">A tensor is sparse, without data, or of a type that the format does not have.</exception>
    public static void Write(
        Stream stream, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata, IProgressBar? progress)
    {
        using var mode = no_grad();
        var entries = Place(tensors);
        var head = Head(entries, metadata);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)head.Length);
        stream.Write(length);
        stream.Write(head);
        progress?.Maximum = entries.Count == 0 ? 0 : entries[^1].End;
        foreach (var entry in entries)
        {
            tensors[entry.Name].WriteBytesToStream(stream);
            progress?.Value = entry.End;
        }
    }

    /// <summary>Bytes that a tensor takes in a file.</summary>
    public static long BytesOf(string name, Tensor tensor) => tensor.numel() * (SafetensorsType.Of(tensor.dtype, name).Bits / 8);

    private static List<SafetensorsEntry> Place(IReadOnlyDictionary<string, Tensor> tensors)
    {
        var entries = new List<SafetensorsEntry>(tensors.Count);
        foreach (var (name, tensor) in tensors)
        {
            Check(name, tensor);
            entries.Add(new SafetensorsEntry(name, SafetensorsType.Of(tensor.dtype, name), tensor.shape, 0, BytesOf(name, tensor)));
        }
        entries.Sort((a, b) => a.Type.Bits != b.Type.Bits ? b.Type.Bits.CompareTo(a.Type.Bits) : string.CompareOrdinal(a.Name, b.Name));
        var at = 0L;
        for (var index = 0; index < entries.Count; index++)
        {
            entries[index] = entries[index] with { Begin = at, End = at += entries[index].End };
        }
        return entries;
    }

    private static void Check(string name, Tensor tensor)
    {
        if (name == SafetensorsHeader.MetadataName)
        {
            throw new ArgumentException($"A tensor cannot be named '{name}': the format keeps its own texts under that name.");
        }
        if (tensor.is_sparse || tensor.device_type == DeviceType.META)
        {
            throw new NotSupportedException(
                $"The tensor '{name}' is {(tensor.is_sparse ? "sparse; make it dense first" : "without data (meta)")}: it cannot be saved.");
        }
        if (!tensor.is_contiguous())
        {
            throw new ArgumentException(
                $"The tensor '{name}' is not contiguous, and the format keeps no strides; save {name}.contiguous() instead.");
        }
    }

    private static byte[] Head(List<SafetensorsEntry> entries, IReadOnlyDictionary<string, string>? metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_json))
        {
            json.WriteStartObject();
            if (metadata is not null)
            {
                json.WriteStartObject(SafetensorsHeader.MetadataName);
                foreach (var (name, text) in metadata)
                {
                    json.WriteString(name, text);
                }
                json.WriteEndObject();
            }
            foreach (var entry in entries)
            {
                Write(json, entry);
            }
            json.WriteEndObject();
        }
        while (buffer.Length % Alignment != 0)
        {
            buffer.WriteByte((byte)' ');
        }
        return buffer.Length <= SafetensorsHeader.MaxLength
            ? buffer.ToArray()
            : throw new ArgumentException($"The names, shapes and texts take {buffer.Length} bytes; the format allows {SafetensorsHeader.MaxLength}.");
    }

    private static void Write(Utf8JsonWriter json, SafetensorsEntry entry)
    {
        json.WriteStartObject(entry.Name);
        json.WriteString("dtype", entry.Type.Name);
        json.WriteStartArray("shape");
        foreach (var size in entry.Shape)
        {
            json.WriteNumberValue(size);
        }
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(entry.Begin);
        json.WriteNumberValue(entry.End);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
