namespace TorchSharp.Interop;

/// <summary>
/// libtorch's code for one kind of device, as its device guards offer it to all: devices, streams, events and memory. A call that the code lacks
/// is libtorch's error.
/// </summary>
internal sealed unsafe class DeviceCode(DeviceType type)
{
    internal static readonly DeviceCode Cuda = new(DeviceType.CUDA);

    /// <summary>Which stream is meant; the numbers are the shim's (tl_stream_kind).</summary>
    internal enum StreamKind
    {
        Current = 0,
        OfDevice = 1,
        Pool = 2,
        UrgentPool = 3,
    }

    internal DeviceType Type => type;

    internal int Count(string what)
    {
        int count;
        NativeError.Check(NativeMethods.tl_device_count((int)type, &count), what);
        return count;
    }

    internal int Current(string what)
    {
        int index;
        NativeError.Check(NativeMethods.tl_device_current((int)type, &index), what);
        return index;
    }

    /// <summary>Makes a device the thread's current one, and answers with the one before.</summary>
    internal int Exchange(int index, string what)
    {
        int previous;
        NativeError.Check(NativeMethods.tl_device_exchange((int)type, index, &previous), what);
        return previous;
    }

    internal long Stream(StreamKind kind, int index, string what)
    {
        long stream;
        NativeError.Check(NativeMethods.tl_stream_get((int)type, index, (int)kind, &stream), what);
        return stream;
    }

    /// <summary>Makes a stream its device's current one on this thread, and answers with the one before.</summary>
    internal long ExchangeStream(int index, long stream, string what)
    {
        long previous;
        NativeError.Check(NativeMethods.tl_stream_exchange((int)type, index, stream, &previous), what);
        return previous;
    }

    internal bool IsDone(int index, long stream, string what)
    {
        byte done;
        NativeError.Check(NativeMethods.tl_stream_query((int)type, index, stream, &done), what);
        return done != 0;
    }

    internal void Synchronize(int index, long stream, string what) =>
        NativeError.Check(NativeMethods.tl_stream_synchronize((int)type, index, stream), what);

    /// <summary>Records an event, which the first record makes.</summary>
    internal void Record(ref nint handle, int index, long stream, bool timing, string what)
    {
        nint made = handle;
        int status = NativeMethods.tl_event_record(&made, (int)type, index, stream, timing ? (byte)1 : (byte)0);
        handle = made;
        NativeError.Check(status, what);
    }

    internal void Block(nint handle, int index, long stream, string what) =>
        NativeError.Check(NativeMethods.tl_event_block(handle, (int)type, index, stream), what);

    internal bool IsReached(nint handle, string what)
    {
        byte done;
        NativeError.Check(NativeMethods.tl_event_query(handle, (int)type, &done), what);
        return done != 0;
    }

    internal void WaitFor(nint handle, int index, string what) =>
        NativeError.Check(NativeMethods.tl_event_synchronize(handle, (int)type, index), what);

    internal double Milliseconds(nint start, nint end, int index, string what)
    {
        double milliseconds;
        NativeError.Check(NativeMethods.tl_event_elapsed(start, end, (int)type, index, &milliseconds), what);
        return milliseconds;
    }

    internal void Destroy(nint handle, int index) => NativeMethods.tl_event_destroy(handle, (int)type, index);

    internal long[] MemoryStatistics(int index, string what)
    {
        const int Capacity = 256;
        long* values = stackalloc long[Capacity];
        int count;
        NativeError.Check(NativeMethods.tl_memory_stats((int)type, index, values, Capacity, &count), what);
        return new ReadOnlySpan<long>(values, count).ToArray();
    }

    internal void ResetMemoryStatistics(int index, bool peaks, string what) =>
        NativeError.Check(NativeMethods.tl_memory_reset((int)type, index, peaks ? (byte)1 : (byte)0), what);

    internal void EmptyCache(string what) => NativeError.Check(NativeMethods.tl_memory_empty_cache((int)type), what);
}
