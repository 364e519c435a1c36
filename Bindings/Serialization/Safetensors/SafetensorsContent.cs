using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>One safetensors file that is open: its head, and its tensors as they are asked for.</summary>
internal sealed class SafetensorsContent : IDisposable
{
    private readonly ByteSource _source;
    private readonly bool _mapped;
    private MappedFile? _map;

    /// <param name="source">The file; the content disposes it.</param>
    /// <param name="mapped">Whether tensors are views of the file mapped into memory.</param>
    public SafetensorsContent(ByteSource source, bool mapped = false)
    {
        _source = source;
        _mapped = mapped && source.Name is not null;
        try
        {
            Header = SafetensorsHeader.Read(source);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    public SafetensorsHeader Header { get; }

    public string? Name => _source.Name;

    public void Dispose()
    {
        _map?.Dispose();
        _source.Dispose();
    }

    /// <summary>What tensors of this file are read together by.</summary>
    public ReadBatch NewBatch(ProgressCount? progress = null) => new(_source, progress);

    /// <summary>A whole tensor, which holds its elements when the batch has run; the caller owns it.</summary>
    public Tensor Read(SafetensorsEntry entry, Device? device, ReadBatch batch, ProgressCount? progress = null)
    {
        var start = Header.DataStart + entry.Begin;
        if (_mapped && MappedFile.Suits(start, entry.ElementType) && entry.End > entry.Begin)
        {
            progress?.Add(entry.End - entry.Begin);
            _map ??= new MappedFile(_source.Name!, _source.Length);
            return MoveTo(device, _map.View(start, entry.Shape, entry.ElementType));
        }
        return Read(
            entry, entry.Shape,
            memory =>
            {
                batch.Add(start, memory);
                if (entry.ElementType == ScalarType.Bool)
                {
                    batch.Then(() => TensorMemory.MakeTruthValues(memory));
                }
                if (device is not (null or { type: DeviceType.CPU }))
                {
                    batch.Run();
                }
            },
            device);
    }

    /// <summary>The part of a tensor between <paramref name="from"/> and <paramref name="to"/> in each dimension; only its bytes are read.</summary>
    public Tensor ReadBox(SafetensorsEntry entry, long[] from, long[] to)
    {
        long[] box = [.. from.Zip(to, (first, last) => last - first)];
        return Read(
            entry, box,
            memory =>
            {
                ReadRuns(entry, from, box, memory);
                if (entry.ElementType == ScalarType.Bool)
                {
                    TensorMemory.MakeTruthValues(memory);
                }
            },
            null);
    }

    private static Tensor Read(SafetensorsEntry entry, long[] shape, Action<MemoryBlock> fill, Device? device)
    {
        using var mode = no_grad();
        var tensor = ops.aten.empty_memory_format(shape, dtype: entry.ElementType, device: CPU);
        try
        {
            fill(TensorMemory.Bytes(tensor));
            GC.KeepAlive(tensor);
            return MoveTo(device, tensor);
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }

    // The inner dimensions that are taken whole, and the part of the one before them, are one run of bytes.
    private void ReadRuns(SafetensorsEntry entry, long[] from, long[] box, MemoryBlock target)
    {
        if (target.Length == 0)
        {
            return;
        }
        long[] strides = Strides(entry);
        var last = box.Length - 1;
        while (last > 0 && box[last] == entry.Shape[last])
        {
            last--;
        }
        var run = last < 0 ? target.Length : box[last] * strides[last];
        var window = new ByteWindow(_source);
        var at = new long[Math.Max(last, 0)];
        for (var done = 0L; done < target.Length; done += run)
        {
            var offset = Header.DataStart + entry.Begin;
            for (var dimension = 0; dimension <= last; dimension++)
            {
                offset += (from[dimension] + (dimension < at.Length ? at[dimension] : 0)) * strides[dimension];
            }
            window.Read(offset, target.Slice(done, run));
            Advance(at, box);
        }
    }

    private static void Advance(long[] at, long[] box)
    {
        for (var dimension = at.Length - 1; dimension >= 0; dimension--)
        {
            if (++at[dimension] < box[dimension])
            {
                return;
            }
            at[dimension] = 0;
        }
    }

    // In bytes.
    private static long[] Strides(SafetensorsEntry entry)
    {
        var strides = new long[entry.Shape.Length];
        long step = entry.ElementType.ElementSize();
        for (var dimension = strides.Length - 1; dimension >= 0; dimension--)
        {
            strides[dimension] = step;
            step *= entry.Shape[dimension];
        }
        return strides;
    }

    private static Tensor MoveTo(Device? device, Tensor tensor)
    {
        if (device is null or { type: DeviceType.CPU })
        {
            return tensor;
        }
        using (tensor)
        {
            return tensor.to(device);
        }
    }
}
