namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                public sealed partial class PackedSequence
                {
                    /// <summary>Whether the elements are on a CUDA device.</summary>
                    public bool is_cuda => data.is_cuda;

                    /// <summary>Whether the elements are in pinned memory.</summary>
                    public bool is_pinned() => data.is_pinned();

                    /// <summary>The same with elements in pinned memory.</summary>
                    public PackedSequence pin_memory() => With(data.pin_memory());

                    /// <summary>The same on another device; the batch sizes stay on the CPU.</summary>
                    /// <param name="device">Where elements and order go.</param>
                    /// <param name="non_blocking">Whether the copy may still run when the call returns; default false.</param>
                    public PackedSequence to(Device device, bool non_blocking = false) => new(
                        data.to(device, non_blocking: non_blocking), functional.Again(batch_sizes),
                        sorted_indices?.to(device, non_blocking: non_blocking), unsorted_indices?.to(device, non_blocking: non_blocking));

                    /// <summary>The same with elements of another type.</summary>
                    public PackedSequence to(ScalarType dtype) => With(data.to_type(dtype));

                    /// <summary>The same on the CPU.</summary>
                    public PackedSequence cpu() => to(CPU);

                    /// <summary>The same on a CUDA device, the current one where none is named.</summary>
                    public PackedSequence cuda(Device? device = null) => to(device ?? new Device(DeviceType.CUDA));

                    /// <summary>The same with elements of 64-bit floating point.</summary>
                    public PackedSequence @double() => to(ScalarType.Float64);

                    /// <summary>The same with elements of 32-bit floating point.</summary>
                    public PackedSequence @float() => to(ScalarType.Float32);

                    /// <summary>The same with elements of 16-bit floating point.</summary>
                    public PackedSequence half() => to(ScalarType.Float16);

                    /// <summary>The same with 64-bit integers as elements.</summary>
                    public PackedSequence @long() => to(ScalarType.Int64);

                    /// <summary>The same with 32-bit integers as elements.</summary>
                    public PackedSequence @int() => to(ScalarType.Int32);

                    /// <summary>The same with 16-bit integers as elements.</summary>
                    public PackedSequence @short() => to(ScalarType.Int16);

                    /// <summary>The same with signed 8-bit integers as elements.</summary>
                    public PackedSequence @char() => to(ScalarType.Int8);

                    /// <summary>The same with unsigned 8-bit integers as elements.</summary>
                    public PackedSequence @byte() => to(ScalarType.Byte);
                }
            }
        }
    }
}
