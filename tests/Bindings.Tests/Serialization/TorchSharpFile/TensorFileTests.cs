using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Serialization;

public class TensorFileTests
{
    [Fact]
    public void A_tensor_is_saved_and_loaded_by_TorchSharps_names()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var value = arange(6).reshape(2, 3).t();
        save(value, folder.File("a.pt"));
        value.save(folder.File("b.pt"));

        Assert.True(ops.aten.equal(value, load(folder.File("a.pt"))));
        Assert.True(ops.aten.equal(value, Tensor.load(folder.File("b.pt"))));
        Assert.Contains("one tensor", Assert.Throws<TorchFileFormatException>(() =>
            load(Repository.Golden("serialization", "linear.pth"))).Message);
    }

    [Fact]
    public void Bytes_go_out_row_by_row_and_come_back()
    {
        using var scope = NewDisposeScope();
        var value = arange(6, dtype: ScalarType.Int32).reshape(2, 3).t();
        var back = zeros(3, 2, dtype: ScalarType.Int32);
        using var stream = new MemoryStream();
        value.WriteBytesToStream(stream);
        stream.Position = 0;
        back.ReadBytesFromStream(stream);

        Assert.Equal(24, stream.Length);
        Assert.True(ops.aten.equal(value, back));
        Assert.Throws<EndOfStreamException>(() => back.ReadBytesFromStream(stream));
    }
}
