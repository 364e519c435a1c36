using System.IO.Compression;
using System.Text.Json;
using TorchSharp.Interop;
using static TorchSharp.torch.profiler;

namespace TorchSharp;

/// <summary>Writes a trace in the format of chrome://tracing: calls as bars, gradients tied to their operators, allocations as points.</summary>
internal static class ChromeTrace
{
    internal static void Write(string path, ProfilerTrace trace)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, stream =>
        {
            if (!path.EndsWith(".gz", StringComparison.Ordinal))
            {
                Write(stream, trace);
                return;
            }

            using var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
            Write(gzip, trace);
        });
    }

    private static void Write(Stream stream, ProfilerTrace trace)
    {
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        json.WriteString("displayTimeUnit", "ms");
        json.WriteStartArray("traceEvents");
        foreach (FunctionEvent call in trace.Events)
        {
            Bar(json, call);
        }

        Ties(json, trace.Events);
        foreach ((double time, long thread, long bytes) in trace.Allocations)
        {
            Begin(json, "i", "cpu_instant_event", "[memory]", time, thread);
            json.WriteString("s", "t");
            json.WriteStartObject("args");
            json.WriteNumber("Bytes", bytes);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Bar(Utf8JsonWriter json, FunctionEvent call)
    {
        Begin(json, "X", call.is_user_annotation ? "user_annotation" : "cpu_op", call.name, call.start, call.thread);
        json.WriteNumber("dur", call.cpu_time_total);
        json.WriteStartObject("args");
        if (call.sequence_nr >= 0)
        {
            json.WriteNumber("Sequence number", call.sequence_nr);
        }

        if (call.input_shapes.Length > 0)
        {
            json.WritePropertyName("Input Dims");
            json.WriteRawValue(call.input_shapes);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    // An arrow from the operator that recorded a gradient to where that gradient is computed.
    private static void Ties(Utf8JsonWriter json, IReadOnlyList<FunctionEvent> events)
    {
        var forward = new Dictionary<long, FunctionEvent>();
        foreach (FunctionEvent call in events.Where(call => call.sequence_nr >= 0))
        {
            if (!call.is_backward)
            {
                // Of the calls that share a number the last is the one that recorded it.
                forward[call.sequence_nr] = call;
            }
            else if (forward.Remove(call.sequence_nr, out FunctionEvent? origin))
            {
                Begin(json, "s", "fwdbwd", "fwdbwd", origin.start, origin.thread);
                json.WriteNumber("id", call.sequence_nr);
                json.WriteEndObject();
                Begin(json, "f", "fwdbwd", "fwdbwd", call.start, call.thread);
                json.WriteNumber("id", call.sequence_nr);
                json.WriteString("bp", "e");
                json.WriteEndObject();
            }
        }
    }

    private static void Begin(Utf8JsonWriter json, string phase, string category, string name, double time, long thread)
    {
        json.WriteStartObject();
        json.WriteString("ph", phase);
        json.WriteString("cat", category);
        json.WriteString("name", name);
        json.WriteNumber("pid", Environment.ProcessId);
        json.WriteNumber("tid", thread);
        json.WriteNumber("ts", time);
    }
}
