using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>The results' side: what the shim handed out becomes ours here, exactly once.</summary>
internal unsafe partial struct Value
{
    /// <summary>Takes over the tensor; null for an undefined one.</summary>
    internal readonly Tensor TakeTensor() => payload == 0 || tag == (int)ValueTag.None ? null! : new Tensor((nint)payload, extra);

    /// <summary>The same on a thread that the caller knows.</summary>
    internal readonly Tensor TakeTensor(DisposeScopeManager thread) =>
        payload == 0 || tag == (int)ValueTag.None ? null! : new Tensor((nint)payload, extra, thread);

    /// <summary>Drops a tensor that the caller already has, as in-place operators return.</summary>
    internal readonly void Release()
    {
        if (tag == (int)ValueTag.Tensor && payload != 0)
        {
            NativeMethods.tl_tensor_release((nint)payload);
        }
        else if (tag is (int)ValueTag.TensorList)
        {
            for (int i = 0; i < extra; i++)
            {
                NativeMethods.tl_tensor_release(((nint*)payload)[i]);
            }

            NativeMethods.tl_free((void*)payload);
        }
        else if (tag is (int)ValueTag.String or (int)ValueTag.Complex or (int)ValueTag.IntList or (int)ValueTag.DoubleList
                 or (int)ValueTag.BoolList)
        {
            NativeMethods.tl_free((void*)payload);
        }
    }

    internal readonly Tensor[] TakeTensorList()
    {
        var tensors = new Tensor[extra];
        var handles = (nint*)payload;
        for (int i = 0; i < tensors.Length; i++)
        {
            tensors[i] = handles[i] == 0 ? null! : new Tensor(handles[i]);
        }

        NativeMethods.tl_free(handles);
        return tensors;
    }

    internal readonly long AsLong() => payload;

    internal readonly double AsDouble() => tag == (int)ValueTag.Int ? payload : BitConverter.Int64BitsToDouble(payload);

    internal readonly bool AsBool() => payload != 0;

    internal readonly ScalarType AsScalarType() => (ScalarType)payload;

    internal readonly Layout AsLayout() => (Layout)payload;

    internal readonly Device AsDevice() => new((DeviceType)payload, extra);

    internal readonly Scalar AsScalar()
    {
        switch ((ValueTag)tag)
        {
            case ValueTag.Int:
                return payload;
            case ValueTag.Bool:
                return payload != 0;
            case ValueTag.Complex:
                var parts = (double*)payload;
                Scalar complex = new System.Numerics.Complex(parts[0], parts[1]);
                NativeMethods.tl_free(parts);
                return complex;
            default:
                return AsDouble();
        }
    }

    /// <summary>As <see cref="AsScalar()"/>, where the complex parts lie in the caller's memory.</summary>
    internal readonly Scalar AsScalar(double* complex) =>
        (ValueTag)tag == ValueTag.Complex ? new System.Numerics.Complex(complex[0], complex[1]) : AsScalar();

    internal readonly string TakeString()
    {
        string text = Encoding.UTF8.GetString((byte*)payload, extra);
        NativeMethods.tl_free((void*)payload);
        return text;
    }

    /// <summary>The items of a list, tuple or dictionary: to be taken one by one, and the whole freed with <see cref="FreeItems"/>.</summary>
    internal readonly ReadOnlySpan<Value> Items => new((void*)payload, extra);

    internal readonly void FreeItems() => NativeMethods.tl_free((void*)payload);

    /// <summary>A script handle, now the caller's.</summary>
    internal readonly nint TakeScript() => (nint)payload;

    /// <summary>Whether the object behind <see cref="TakeScript"/> is a module.</summary>
    internal readonly bool IsModule => extra != 0;

    internal readonly byte[] TakeBytes()
    {
        byte[] bytes = new ReadOnlySpan<byte>((void*)payload, extra).ToArray();
        NativeMethods.tl_free((void*)payload);
        return bytes;
    }

    internal readonly bool[] TakeBoolList() => Array.ConvertAll(TakeBytes(), item => item != 0);

    internal readonly long[] TakeLongList()
    {
        long[] items = new ReadOnlySpan<long>((void*)payload, extra).ToArray();
        NativeMethods.tl_free((void*)payload);
        return items;
    }

    internal readonly double[] TakeDoubleList()
    {
        double[] items = new ReadOnlySpan<double>((void*)payload, extra).ToArray();
        NativeMethods.tl_free((void*)payload);
        return items;
    }
}
