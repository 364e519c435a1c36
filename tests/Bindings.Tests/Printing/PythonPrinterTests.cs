using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Printing;

public sealed class PythonPrinterTests
{
    [Fact]
    public void EveryTensorReadsAsInPython()
    {
        int cases = 0;
        foreach (JsonElement golden in Golden.Cases("core", "printing.json"))
        {
            using Tensor tensor = Golden.Read(golden);
            Assert.Equal(golden.GetProperty("text").GetString(), tensor.ToString());
            cases++;
        }

        Assert.Equal(56, cases);
    }

    [Fact]
    public void WhatCannotBeRebuiltFromNumbersReadsAsInPythonToo()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal("tensor(..., device='meta', size=(2, 2))", torch.zeros(2, 2, device: META).ToString());
        Assert.Equal(
            "tensor([1., 2.], size=(2,), dtype=torch.quint8,\n       quantization_scheme=torch.per_tensor_affine, scale=0.1, zero_point=10)",
            torch.ops.aten.quantize_per_tensor(torch.tensor([1f, 2f]), 0.1, 10, ScalarType.QUInt8).ToString());
        Assert.Equal(
            "tensor(indices=tensor([[0, 1, 2],\n                       [0, 1, 2]]),\n       values=tensor([1., 1., 1.]),\n       size=(3, 3), nnz=3, layout=torch.sparse_coo)",
            torch.ops.aten.to_sparse(torch.eye(3)).ToString());
        Tensor leaf = torch.tensor([1f, 2f], requires_grad: true);
        Assert.Equal("tensor([1., 2.], requires_grad=True)", leaf.ToString());
        Assert.Equal("tensor([3., 4.], grad_fn=<AddBackward0>)", (leaf + 2).ToString());
    }

    [Fact]
    public void TheOtherStylesShowTheSameElements()
    {
        using Tensor tensor = torch.tensor(new float[,] { { 1, 2.5f }, { -3, 4 } });
        Assert.Equal("[2x2], type = Float32, device = cpu", tensor.metastr());
        Assert.Equal("[2x2], type = Float32, device = cpu\n   1 2.5\n  -3   4", tensor.jlstr());
        Assert.Equal("[[1 2.5]\n [-3 4]]", tensor.npstr());
        Assert.Equal("[2x2], type = Float32, device = cpu, value = float [,] {{1f, 2.5f}, {-3f, 4f}}", tensor.cstr());
    }

    [Fact]
    public void ADisposedTensorStillReads()
    {
        Tensor tensor = torch.zeros(2);
        tensor.Dispose();
        Assert.Equal("tensor(disposed)", tensor.ToString());
    }
}
