using System.Runtime.InteropServices;
using TorchSharp.Interop;
using static TorchSharp.torch.profiler;

namespace TorchSharp;

/// <summary>A finished recording: its calls, each below the one that it is a part of, and its allocations.</summary>
internal sealed class ProfilerTrace
{
    private const int UserScope = 7;
    private const int BackwardScope = 1;
    private const int AllocationScope = -1;
    private const double NanosecondsInMicrosecond = 1000;

    private ProfilerTrace(List<FunctionEvent> events, List<(double Time, long Thread, long Bytes)> allocations)
    {
        Events = events;
        Allocations = allocations;
    }

    internal IReadOnlyList<FunctionEvent> Events { get; }

    internal IReadOnlyList<(double Time, long Thread, long Bytes)> Allocations { get; }

    /// <summary>Ends the recording of the process and takes what it found.</summary>
    internal static unsafe ProfilerTrace Stop()
    {
        ProfilerRecord* records;
        long count;
        byte* text;
        long started;
        NativeError.Check(NativeMethods.tl_profiler_stop(&records, &count, &text, &started), "torch.profiler.profile");
        try
        {
            double last = 0;
            for (long i = 0; i < count; i++)
            {
                last = Math.Max(last, Time(Math.Max(records[i].Start, records[i].End), started));
            }

            var names = new Dictionary<int, string>();
            var events = new List<FunctionEvent>();
            var allocations = new List<(double, long, long)>();
            for (long i = 0; i < count; i++)
            {
                ref readonly ProfilerRecord record = ref records[i];
                double start = Time(record.Start, started);
                if (record.Scope == AllocationScope)
                {
                    allocations.Add((start, record.Thread, record.Bytes));
                    continue;
                }

                events.Add(new FunctionEvent(Name(names, text, record.Name), start, record.End < 0 ? last : Time(record.End, started), record.Thread)
                {
                    sequence_nr = record.Sequence, is_backward = record.Scope == BackwardScope, is_user_annotation = record.Scope == UserScope,
                    input_shapes = record.Shapes < 0 ? "" : Name(names, text, record.Shapes),
                });
            }

            return Nested(events, allocations);
        }
        finally
        {
            NativeMethods.tl_free(records);
            NativeMethods.tl_free(text);
        }
    }

    private static double Time(long nanoseconds, long started) => (nanoseconds - started) / NanosecondsInMicrosecond;

    private static unsafe string Name(Dictionary<int, string> names, byte* text, int place)
    {
        if (!names.TryGetValue(place, out string? name))
        {
            names[place] = name = Marshal.PtrToStringUTF8((nint)(text + place)) ?? "";
        }

        return name;
    }

    // On a thread calls begin and end like parentheses: the one that is open is the parent of what begins.
    private static ProfilerTrace Nested(List<FunctionEvent> events, List<(double Time, long Thread, long Bytes)> allocations)
    {
        events.Sort((a, b) => a.start != b.start ? a.start.CompareTo(b.start) : b.end.CompareTo(a.end));
        var open = new Dictionary<long, Stack<FunctionEvent>>();
        int next = 0;
        foreach (FunctionEvent call in events)
        {
            for (; next < allocations.Count && allocations[next].Time < call.start; next++)
            {
                Charge(open, allocations[next]);
            }

            Stack<FunctionEvent> stack = Close(open, call.thread, call.start);
            if (stack.TryPeek(out FunctionEvent? parent))
            {
                parent.Adopt(call);
            }

            stack.Push(call);
        }

        for (; next < allocations.Count; next++)
        {
            Charge(open, allocations[next]);
        }

        return new ProfilerTrace(events, allocations);
    }

    private static void Charge(Dictionary<long, Stack<FunctionEvent>> open, (double Time, long Thread, long Bytes) allocation)
    {
        if (Close(open, allocation.Thread, allocation.Time).TryPeek(out FunctionEvent? call))
        {
            call.self_cpu_memory_usage += allocation.Bytes;
        }
    }

    private static Stack<FunctionEvent> Close(Dictionary<long, Stack<FunctionEvent>> open, long thread, double time)
    {
        if (!open.TryGetValue(thread, out Stack<FunctionEvent>? stack))
        {
            open[thread] = stack = new Stack<FunctionEvent>();
        }

        while (stack.TryPeek(out FunctionEvent? top) && top.end <= time)
        {
            stack.Pop();
        }

        return stack;
    }
}
