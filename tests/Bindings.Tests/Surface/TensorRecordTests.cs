using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

/// <summary>Single tensors in TorchSharp's own format: element type, number of dimensions, sizes, elements.</summary>
public class TensorRecordTests
{
    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Int64)]
    [InlineData(ScalarType.Bool)]
    [InlineData(ScalarType.ComplexFloat64)]
    public void Come_back_as_they_were(ScalarType type)
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (Tensor x in (Tensor[])[(arange(300 * 2) - 1).reshape(300, 2).to_type(type).t(), zeros([0, 3], type), ones([], type)])
        {
            using var stream = new MemoryStream();
            x.Save(stream);
            stream.Position = 0;
            Assert.True(Tensor.Load(stream).Equals(x));
            Assert.Equal(stream.Length, stream.Position);
        }
    }

    [Fact]
    public void Have_TorchSharps_bytes()
    {
        using DisposeScope scope = NewDisposeScope();
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            tensor(new short[] { 1, -2 }, [1, 2]).Save(writer);
        }

        // Int16 is 2; two dimensions of 1 and 2; little-endian elements.
        Assert.Equal<byte>([2, 2, 1, 2, 1, 0, 0xFE, 0xFF], stream.ToArray());
    }

    [Fact]
    public void A_conjugate_is_written_as_its_elements()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor z = tensor(new[] { new System.Numerics.Complex(1, 2) }).conj();
        using var stream = new MemoryStream();
        z.Save(stream);
        stream.Position = 0;
        Assert.Equal(new System.Numerics.Complex(1, -2), Tensor.Load(stream).item<System.Numerics.Complex>());
        Assert.Equal(new System.Numerics.Complex(1, -2), z.data<System.Numerics.Complex>()[0]);
        Assert.Throws<InvalidOperationException>(() => z.data<System.Numerics.Complex>()[0] = 3);
    }

    [Fact]
    public void Fill_tensors_of_their_type_and_shape_only()
    {
        using DisposeScope scope = NewDisposeScope();
        byte[] bytes = Bytes(arange(4, ScalarType.Float32));
        Tensor target = zeros(4);
        TensorExtensionMethods.Load(target, Reader(bytes));
        Assert.Equal([0f, 1, 2, 3], target.data<float>().ToArray());
        Assert.Throws<ArgumentException>(() => TensorExtensionMethods.Load(zeros(5), Reader(bytes)));
        Assert.Throws<ArgumentException>(() => TensorExtensionMethods.Load(zeros(4, ScalarType.Float64), Reader(bytes)));
        using BinaryReader two = Reader([.. bytes, .. Bytes(ones(2))]);
        Tensor? kept = zeros(1);
        TensorExtensionMethods.Load(ref kept, two, skip: true);
        Assert.Equal([1], kept!.shape);
        TensorExtensionMethods.Load(ref kept, two);
        Assert.Equal([2], kept!.shape);
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 6, 1 })]
    [InlineData(new byte[] { 6, 1, 4, 0, 0 })]
    [InlineData(new byte[] { 99, 1, 1, 0 })]
    [InlineData(new byte[] { 6, 80, 1, 1 })]
    [InlineData(new byte[] { 6, 2, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F })]
    [InlineData(new byte[] { 6, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0 })]
    public void Damaged_ones_are_refused_before_memory_is_asked_for(byte[] bytes)
    {
        Assert.Throws<InvalidDataException>(() => TensorExtensionMethods.Load(Reader(bytes)));
        Assert.Throws<InvalidDataException>(() => TensorExtensionMethods.Load(Reader(bytes), skip: true));
    }

    private static byte[] Bytes(Tensor x)
    {
        using var stream = new MemoryStream();
        x.Save(stream);
        return stream.ToArray();
    }

    private static BinaryReader Reader(byte[] bytes) => new(new MemoryStream(bytes));
}
