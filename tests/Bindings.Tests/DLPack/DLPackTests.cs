using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace Bindings.Tests.DLPack;

/// <summary>Memory that is shared goes when the last of its users goes, and not before.</summary>
public unsafe class DLPackTests
{
    private static int s_deleted;

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Byte)]
    [InlineData(ScalarType.Int8)]
    [InlineData(ScalarType.Int16)]
    [InlineData(ScalarType.Int32)]
    [InlineData(ScalarType.Int64)]
    [InlineData(ScalarType.ComplexFloat32)]
    public void A_tensor_comes_back_over_the_same_memory(ScalarType type)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor original = arange(12).to_type(type).reshape(3, 4).t();
        Tensor shared = from_dlpack(utils.dlpack.to_dlpack(original));
        Assert.Equal(original.shape, shared.shape);
        Assert.Equal(original.stride(), shared.stride());
        Assert.Equal(type, shared.dtype);
        Assert.True(original.Equals(shared) || ops.aten.equal(original, shared));
        shared.fill_(1);
        Assert.True(ops.aten.equal(original, ones_like(original)));
    }

    [Fact]
    public void The_memory_outlives_the_tensor_that_it_came_from()
    {
        Tensor shared;
        using (Tensor original = full(new long[] { 1000 }, 3f))
        {
            shared = from_dlpack(utils.dlpack.to_dlpack(original));
        }

        GC.Collect();
        Assert.Equal(3000f, shared.sum().item<float>());
        shared.Dispose();
    }

    [Fact]
    public void A_capsule_is_taken_once()
    {
        using Tensor original = ones(2);
        utils.dlpack.Capsule capsule = utils.dlpack.to_dlpack(original);
        Assert.False(capsule.IsUsed);
        using Tensor shared = from_dlpack(capsule);
        Assert.True(capsule.IsUsed);
        Assert.Throws<InvalidOperationException>(() => from_dlpack(capsule));
        capsule.Dispose();
        Assert.Equal(1f, shared[0].item<float>());
    }

    [Fact]
    public void What_nobody_takes_is_given_back()
    {
        using Tensor original = ones(2);
        long before = NativeMethods.tl_tensor_use_count(original.Handle);
        utils.dlpack.Capsule capsule = utils.dlpack.to_dlpack(original);
        capsule.Dispose();
        capsule.Dispose();
        Assert.Equal(before, NativeMethods.tl_tensor_use_count(original.Handle));
    }

    [Fact]
    public void Memory_of_another_library_is_read_and_its_deleter_called_once()
    {
        float* data = (float*)NativeMemory.AlignedAlloc(6 * sizeof(float), 64);
        for (int i = 0; i < 6; i++)
        {
            data[i] = i;
        }

        long* sizes = (long*)NativeMemory.Alloc(4, sizeof(long));
        (sizes[0], sizes[1], sizes[2], sizes[3]) = (2, 3, 1, 2);
        var managed = (Managed*)NativeMemory.AllocZeroed(1, (nuint)sizeof(Managed));
        *managed = new Managed
        {
            Data = data, DeviceType = 1, Dimensions = 2, TypeCode = 2, TypeBits = 32, TypeLanes = 1, Shape = sizes, Strides = sizes + 2,
            Deleter = &Delete,
        };
        int before = s_deleted;
        Tensor tensor = utils.dlpack.from_dlpack((nint)managed);
        Assert.Equal([2, 3], tensor.shape);
        Assert.Equal([1, 2], tensor.stride());
        using (Tensor last = tensor[1, 2])
        {
            Assert.Equal(5f, last.item<float>());
        }

        using (Tensor view = tensor[1])
        {
            tensor.Dispose();
            Assert.Equal(before, s_deleted);
            using Tensor first = view[0];
            Assert.Equal(1f, first.item<float>());
        }

        Assert.Equal(before + 1, s_deleted);
    }

    [Fact]
    public void What_cannot_be_shared_says_why()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Contains("detach", Assert.Throws<ArgumentException>(() => utils.dlpack.to_dlpack(ones(2).requires_grad_())).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => utils.dlpack.to_dlpack(ones(2, 2).to_sparse()));
        Assert.Throws<ArgumentException>(() => utils.dlpack.to_dlpack(ones(2, dtype: ScalarType.ComplexFloat32).conj()));
        Assert.Throws<ArgumentOutOfRangeException>(() => utils.dlpack.from_dlpack(0));
    }

    [UnmanagedCallersOnly]
    private static void Delete(Managed* managed)
    {
        s_deleted++;
        NativeMemory.Free(managed->Shape);
        NativeMemory.AlignedFree(managed->Data);
        NativeMemory.Free(managed);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Managed
    {
        internal void* Data;
        internal int DeviceType;
        internal int DeviceIndex;
        internal int Dimensions;
        internal byte TypeCode;
        internal byte TypeBits;
        internal ushort TypeLanes;
        internal long* Shape;
        internal long* Strides;
        internal ulong ByteOffset;
        internal void* Context;
        internal delegate* unmanaged<Managed*, void> Deleter;
    }
}
