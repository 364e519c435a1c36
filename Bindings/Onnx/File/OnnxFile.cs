using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Writes ONNX's ModelProto. The tensors' bytes go from their memory to the file; where all together are more than a message of protocol buffers may
/// hold, they lie in a second file beside the first.
/// </summary>
internal sealed class OnnxFile(OnnxGraph graph, int opset)
{
    /// <summary>A message ends at 2 GB; this leaves room for the graph itself.</summary>
    internal const long LongestMessage = int.MaxValue - (64L << 20);

    // What is smaller stays in the graph, where tools look for shapes and axes.
    private const long SmallestExternal = 1024;
    private const long Alignment = 4096;
    private const int External = 1;

    /// <summary>The version of the file's own structure that goes with a set of operators.</summary>
    internal static int StructureOf(int opset) => opset switch { <= 18 => 8, <= 20 => 9, _ => 10 };

    /// <summary>Writes the file, and one named for it with <c>.data</c> added if the tensors are too many for one.</summary>
    /// <param name="path">The final name.</param>
    /// <param name="external">Whether the bytes of tensors go to a second file whatever their number.</param>
    /// <param name="longest">How many bytes one message may have.</param>
    internal void Write(string path, bool external, long longest = LongestMessage)
    {
        external |= graph.Initializers.Values.Sum(BytesOf) > longest;
        AtomicFile.Write(path, model =>
        {
            var places = external ? Place() : [];
            Write(model, places, $"{Path.GetFileName(path)}.data");
            if (places.Count > 0)
            {
                AtomicFile.Write($"{path}.data", data => WriteData(data, places));
            }
        });
    }

    /// <summary>Writes one message with everything in it.</summary>
    /// <exception cref="OnnxExportException">The tensors are too many for one message.</exception>
    internal void Write(Stream stream)
    {
        long bytes = graph.Initializers.Values.Sum(BytesOf);
        if (bytes > LongestMessage)
        {
            throw new OnnxExportException(
                $"torch.onnx.export: the module's tensors have {bytes} bytes and one ONNX message holds {LongestMessage}; name a file instead of a stream, " +
                "so that they can lie in a second file beside it");
        }

        Write(stream, [], "");
    }

    private static long BytesOf(Tensor tensor) => tensor.numel() * tensor.element_size();

    private Dictionary<string, long> Place()
    {
        var places = new Dictionary<string, long>();
        long end = 0;
        foreach (var (name, tensor) in graph.Initializers.Where(entry => BytesOf(entry.Value) >= SmallestExternal))
        {
            places.Add(name, end);
            end = (end + BytesOf(tensor) + Alignment - 1) / Alignment * Alignment;
        }

        return places;
    }

    private void Write(Stream stream, Dictionary<string, long> places, string dataFile)
    {
        var nodes = ProtoWriter.Write(OnnxMessages.Nodes(graph));
        var ports = ProtoWriter.Write(OnnxMessages.Ports(graph));
        var tensors = graph.Initializers.Select(entry => (entry.Value, Header: Header(entry.Key, entry.Value, places, dataFile), Inside: !places.ContainsKey(entry.Key)))
            .ToList();
        long length = nodes.Length + ports.Length;
        var starts = new List<byte[]>(tensors.Count);
        foreach (var (tensor, header, inside) in tensors)
        {
            long content = header.Length + (inside ? BytesOf(tensor) : 0);
            starts.Add(ProtoWriter.Write(field => field.Announce(5, content)));
            length += starts[^1].Length + content;
        }

        stream.Write(ProtoWriter.Write(OnnxMessages.Model(opset, StructureOf(opset), length)));
        stream.Write(nodes);
        for (int i = 0; i < tensors.Count; i++)
        {
            stream.Write(starts[i]);
            stream.Write(tensors[i].Header);
            if (tensors[i].Inside)
            {
                WriteBytes(tensors[i].Value, stream);
            }
        }

        stream.Write(ports);
    }

    // The message up to its bytes: whatever comes last may stand in another file's place.
    private static byte[] Header(string name, Tensor tensor, Dictionary<string, long> places, string dataFile) => ProtoWriter.Write(message =>
    {
        message.Integers(1, tensor.shape).Integer(2, OnnxTypes.Of(tensor.dtype)).Text(8, name);
        if (places.TryGetValue(name, out long offset))
        {
            message.Message(13, Entry("location", dataFile)).Message(13, Entry("offset", $"{offset}")).Message(13, Entry("length", $"{BytesOf(tensor)}"))
                .Integer(14, External);
        }
        else
        {
            message.Announce(9, BytesOf(tensor));
        }
    });

    private static Action<ProtoWriter> Entry(string key, string value) => entry => entry.Text(1, key).Text(2, value);

    private void WriteData(Stream stream, Dictionary<string, long> places)
    {
        foreach (var (name, offset) in places)
        {
            while (stream.Position < offset)
            {
                stream.Write(new byte[Math.Min(offset - stream.Position, Alignment)]);
            }

            WriteBytes(graph.Initializers[name], stream);
        }
    }

    private static void WriteBytes(Tensor tensor, Stream stream)
    {
        using var scope = NewDisposeScope();
        tensor.detach().cpu().contiguous().WriteBytesToStream(stream);
    }
}
