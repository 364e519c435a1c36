using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.TensorCore;

public sealed class ElementTests
{
    [Fact]
    public void EveryElementTypeComesBackAsItWent()
    {
        Check<byte>([0, 7, 255], ScalarType.Byte);
        Check<sbyte>([-128, 0, 127], ScalarType.Int8);
        Check<short>([short.MinValue, 3, short.MaxValue], ScalarType.Int16);
        Check([int.MinValue, 3, int.MaxValue], ScalarType.Int32);
        Check([long.MinValue, 3L, long.MaxValue], ScalarType.Int64);
        Check([(Half)1.5, Half.NaN, Half.MaxValue], ScalarType.Float16);
        Check([new BFloat16(1.5f), BFloat16.NegativeInfinity, BFloat16.Epsilon], ScalarType.BFloat16);
        Check([1.5f, float.NaN, float.Epsilon], ScalarType.Float32);
        Check([1.5, double.NegativeInfinity, double.MaxValue], ScalarType.Float64);
        Check([true, false, true], ScalarType.Bool);
        Check([(1f, -2f), (float.NaN, 0f), (3f, 4f)], ScalarType.ComplexFloat32);
        Check([new Complex(1, -2), new Complex(0, double.NaN), Complex.One], ScalarType.ComplexFloat64);
    }

    [Fact]
    public void ArraysOfAnyRankKeepTheirShape()
    {
        using DisposeScope scope = NewDisposeScope();
        var cube = new double[2, 3, 4];
        cube[1, 2, 3] = 5;
        Tensor x = torch.from_array(cube);
        Assert.Equal([2L, 3, 4], x.shape);
        Assert.Equal(5.0, x[1, 2, 3].item<double>());
        Assert.Equal(cube, (double[,,])x.data<double>().ToNDArray());
        Assert.Equal([2L, 2], torch.tensor(new[,] { { 1, 2 }, { 3, 4 } }).shape);
        Assert.Equal([0L], torch.tensor(Array.Empty<float>()).shape);
    }

    [Fact]
    public void StridedViewsAreReadInTheOrderOfTheirIndices()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.arange(6).reshape(2, 3).t();
        Assert.Equal([0L, 3, 1, 4, 2, 5], x.data<long>().ToArray());
        x.data<long>()[2, 1] = 50;
        Assert.Equal(50L, x[2, 1].item<long>());
        x.data<long>().CopyFrom([9L, 8L], tensorIndex: 2);
        Assert.Equal([0L, 3, 9, 8, 2, 50], x.data<long>().ToArray());
    }

    [Fact]
    public void AWrongTypeIsOneClearMessage()
    {
        using Tensor x = torch.zeros(2, 3);
        Assert.Contains("Float32, not Int64", Assert.Throws<ArgumentException>(() => x.data<long>()).Message);
        Assert.Contains("item<float>()", Assert.Throws<ArgumentException>(() => x[0, 0].item<double>()).Message);
        Assert.Contains("item", Assert.ThrowsAny<TorchException>(() => x.item<float>()).Message);
    }

    [Fact]
    public void ElementsOfOneTensorReadAsAnyNumber()
    {
        using Tensor x = torch.tensor(2.75f);
        Assert.Equal(2.75, x.ToDouble());
        Assert.Equal(2, x.ToInt32());
        Assert.True(x.ToBoolean());
        Assert.Equal(2.75f, (float)x);
        Assert.Equal(2L, (long)x);
    }

    [Fact]
    public void QuantizedElementsCanBeRead()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor q = torch.ops.aten.quantize_per_tensor(torch.tensor([1f, 2f]), 0.1, 10, ScalarType.QUInt8);
        Assert.Equal(ScalarType.QUInt8, q.dtype);
        Assert.Equal([20, 30], q.data<byte>().ToArray());
        Assert.Equal([1f, 2f], q.dequantize().data<float>().ToArray());
    }

    private static void Check<T>(T[] values, ScalarType type)
        where T : unmanaged
    {
        using Tensor tensor = values.ToTensor([values.Length]);
        Assert.Equal(type, tensor.dtype);
        Assert.Equal(values, tensor.data<T>().ToArray());
        Assert.Equal(values[0], tensor[0].item<T>());
    }
}
