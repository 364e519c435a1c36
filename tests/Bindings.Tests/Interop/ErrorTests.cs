using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Interop;

public sealed class ErrorTests
{
    [Fact]
    public void AShapeMismatchNamesOperatorAndShapes()
    {
        using DisposeScope scope = NewDisposeScope();
        var error = Assert.ThrowsAny<TorchException>(() => torch.ops.aten.mm(torch.zeros(2, 3), torch.zeros(2, 3)));
        Assert.StartsWith("aten::mm(Float32[2, 3], Float32[2, 3]): mat1 and mat2 shapes cannot be multiplied", error.Message);
        Assert.DoesNotContain("Exception raised from", error.Message);
        Assert.Equal(Environment.GetEnvironmentVariable("TORCH_SHOW_CPP_STACKTRACES") is null, error.NativeStackTrace.Length == 0);
        Assert.IsAssignableFrom<ExternalException>(error);
        error = Assert.ThrowsAny<TorchException>(() => torch.zeros(2, 3) + torch.zeros(4));
        Assert.StartsWith("aten::add.Tensor(Float32[2, 3], Float32[4])", error.Message);
    }

    [Fact]
    public void KindsOfErrorHaveTypes()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Throws<TorchIndexException>(() => torch.zeros(2).unsqueeze(5));
        Assert.Throws<TorchNotImplementedException>(() => torch.ops.aten.mm(torch.eye(2).to_sparse(), torch.zeros(2, 2, device: META)));
        Assert.Throws<TorchLinAlgException>(() => torch.ops.aten.linalg_inv(torch.zeros(2, 2)));
        Assert.Throws<TorchOutOfMemoryException>(() => torch.empty(1L << 50));
    }

    [Fact]
    public void AnOperatorThatIsMissingNamesTheVersionThatHasIt()
    {
        var error = Assert.Throws<OperatorNotFoundException>(() => torch.ops.call("aten::no_such_operator"));
        Assert.Contains(torch.__version__, error.Message);
        if (Version.Parse(torch.__version__) < new Version(2, 0))
        {
            using Tensor x = torch.zeros(1, 1, 2, 2);
            error = Assert.Throws<OperatorNotFoundException>(() => torch.ops.aten.scaled_dot_product_attention(x, x, x));
            Assert.Equal("2.6.0", error.Since);
        }
    }

    [Fact]
    public void ErrorsOnManyThreadsKeepTheirOwnMessages()
    {
        Parallel.For(1, 200, i =>
        {
            using DisposeScope scope = NewDisposeScope();
            var error = Assert.ThrowsAny<TorchException>(() => torch.ops.aten.mm(torch.zeros(1, i), torch.zeros(i + 1, 1)));
            Assert.Contains($"[1, {i}]", error.Message);
            Assert.Contains($"(1x{i} and {i + 1}x1)", error.Message);
        });
    }

    [Fact]
    public void AnyOperatorCanBeCalledByName()
    {
        using DisposeScope scope = NewDisposeScope();
        object?[] results = torch.ops.call("aten::topk", torch.tensor([1f, 5f, 3f]), 2L);
        Assert.Equal([5f, 3f], ((Tensor)results[0]!).data<float>().ToArray());
        Assert.Equal([1L, 2L], ((Tensor)results[1]!).data<long>().ToArray());
        Assert.Throws<FileNotFoundException>(() => torch.ops.load_library("no-such-file.so"));
    }
}
