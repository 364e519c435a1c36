using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Nested;

/// <summary>Making nested tensors, what they say of themselves, and gradients through them.</summary>
public sealed class NestedTensorTests
{
    [Fact]
    public void Is_a_leaf_of_copies_with_no_history()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor a = arange(3.0f).requires_grad_(), b = arange(5.0f).requires_grad_();
        Tensor made = nested.nested_tensor([a, b], requires_grad: true);
        Assert.True(made.is_nested);
        Assert.True(made.is_leaf);
        Assert.True(made.requires_grad);
        Assert.False(a.is_nested);
        using (no_grad())
        {
            a.fill_(9);
        }

        Assert.Equal([0f, 1, 2], made.detach()[0].data<float>().ToArray());
        made.to_padded_tensor(0).sum().backward();
        Assert.Null(a.grad);
        Assert.True(made.grad!.is_nested);
    }

    [Fact]
    public void Keeps_history_where_asked_to()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor a = arange(3.0f).requires_grad_(), b = arange(5.0f).requires_grad_();
        Tensor made = nested.as_nested_tensor([a, b]);
        Assert.False(made.is_leaf);
        (made * made).backward([nested.nested_tensor([ones(3), zeros(5)])]);
        Assert.Equal([0f, 2, 4], a.grad!.data<float>().ToArray());
        Assert.Equal([0f, 0, 0, 0, 0], b.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Takes_the_type_that_it_is_told_or_the_first_tensors()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor[] parts = [ones(2, int64), ones(3, float64)];
        Assert.Equal(ScalarType.Int64, nested.nested_tensor(parts).dtype);
        Assert.Equal(ScalarType.Float32, nested.nested_tensor(parts, dtype: ScalarType.Float32, device: CPU, layout: torch.strided).dtype);
        Assert.Equal(ScalarType.Float16, nested.as_nested_tensor(parts, ScalarType.Float16)[1].dtype);
        Assert.Equal(Layout.Strided, nested.nested_tensor(parts).layout);
    }

    [Fact]
    public void Has_sizes_where_its_tensors_agree()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor made = nested.nested_tensor([zeros(2, 4), zeros(3, 4)]);
        Assert.Equal(3, made.dim());
        Assert.Equal(20, made.numel());
        Assert.Equal(2, made.size(0));
        Assert.Equal(4, made.size(2));
        Assert.Equal(4, made.size(-1));
        Assert.Contains("irregular", Assert.Throws<TorchException>(() => made.size(1)).Message, StringComparison.Ordinal);
        Assert.Contains("irregular", Assert.Throws<TorchException>(() => made.size(-2)).Message, StringComparison.Ordinal);
        Assert.Throws<TorchIndexException>(() => made.size(3));
        Assert.Throws<TorchIndexException>(() => made.size(-4));
        Tensor none = nested.nested_tensor([]);
        Assert.Equal((1, 0, 0), (none.dim(), none.size(0), none.numel()));
        Assert.Throws<TorchIndexException>(() => none.size(1));
    }

    [Fact]
    public void A_dense_tensor_becomes_its_parts()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor dense = arange(6.0f).reshape(2, 3).requires_grad_();
        Tensor made = nested.as_nested_tensor(dense, ScalarType.Float64);
        Assert.Equal(ScalarType.Float64, made.dtype);
        Assert.Equal([3f, 4, 5], made.detach()[1].to(ScalarType.Float32).data<float>().ToArray());
        made.to_padded_tensor(0).sum().backward();
        Assert.Equal([2, 3], dense.grad!.shape);
        Tensor same = nested.as_nested_tensor(made);
        Assert.True(same.is_nested);
        Assert.NotSame(made, same);
        Assert.Throws<ArgumentException>(() => nested.as_nested_tensor(ones(3)));
    }

    [Theory]
    [InlineData(0, 1, 1, "3,4,5")]
    [InlineData(1, 1, 2, "1,2|4,5")]
    [InlineData(-1, 0, 1, "0|3")]
    public void Narrows_every_part_alike(long dim, long start, long length, string expected)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor made = nested.narrow(arange(6.0f).reshape(2, 3), dim, start, length);
        Assert.True(made.is_nested);
        Assert.Equal(expected, string.Join('|', made.unbind().Select(part => string.Join(',', part.data<float>()))));
        Assert.ThrowsAny<TorchException>(() => nested.narrow(arange(6.0f).reshape(2, 3), dim, start, 9));
    }

    [Fact]
    public void Layouts_that_libtorch_does_not_have_are_told()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal(7, (sbyte)torch.jagged);
        string message = Assert.Throws<TorchNotImplementedException>(() => nested.nested_tensor([ones(2)], layout: torch.jagged)).Message;
        Assert.Contains("class of Python's", message, StringComparison.Ordinal);
        Assert.Throws<TorchNotImplementedException>(() => nested.as_nested_tensor([ones(2)], layout: torch.jagged));
        Assert.Throws<TorchNotImplementedException>(() => nested.as_nested_tensor(ones(2, 2), layout: torch.jagged));
        Assert.Throws<TorchNotImplementedException>(() => nested.narrow(ones(2, 2), 0, 0, 1, torch.jagged));
        Assert.Throws<ArgumentException>(() => nested.nested_tensor([ones(2)], layout: Layout.Sparse));
    }

    [Fact]
    public void Tensors_that_do_not_nest_are_told_by_number()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor made = nested.nested_tensor([ones(2)]);
        Assert.Contains("number 1", Assert.Throws<ArgumentException>(() => nested.nested_tensor([ones(2), made])).Message, StringComparison.Ordinal);
        Assert.Contains("number 0", Assert.Throws<ArgumentException>(() => nested.as_nested_tensor([null!])).Message, StringComparison.Ordinal);
        Assert.Contains("Sparse", Assert.Throws<ArgumentException>(() => nested.nested_tensor([ones(2).to_sparse()])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => nested.nested_tensor(null!));
        Assert.Throws<ArgumentNullException>(() => nested.as_nested_tensor((IEnumerable<Tensor>)null!));
        Assert.ThrowsAny<TorchException>(() => nested.nested_tensor([ones(2), ones(2, 2)]));
        Assert.ThrowsAny<TorchException>(() => nested.nested_tensor([empty(2, device: META)]));
        Assert.ThrowsAny<TorchException>(() => nested.nested_tensor([ones(2, int64)], requires_grad: true));
    }

    [Fact]
    public void Leaves_nothing_behind()
    {
        Tensor a = arange(3.0f), b = arange(5.0f);
        long before = Tensor.TotalCount;
        using (Tensor made = nested.nested_tensor([a, b], requires_grad: true))
        using (Tensor kept = nested.as_nested_tensor([a, b]))
        using (Tensor dense = ones(2, 3))
        using (Tensor parts = nested.as_nested_tensor(dense))
        using (Tensor narrowed = nested.narrow(dense, 1, 0, 2))
        {
            Assert.Equal(before + 5, Tensor.TotalCount);
            Assert.NotEmpty(made.ToString());
            Assert.Equal(before + 5, Tensor.TotalCount);
        }

        Assert.Equal(before, Tensor.TotalCount);
        a.Dispose();
        b.Dispose();
    }

    [Fact]
    public void Gradients_of_gradients_flow()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = nested.nested_tensor([ones(2), ones(3)], requires_grad: true);
        Tensor grad = autograd.grad([(x * x * x).to_padded_tensor(0).sum()], [x], create_graph: true)[0];
        Tensor second = autograd.grad([grad.to_padded_tensor(0).sum()], [x])[0];
        Assert.Equal([6f, 6, 6], second[1].data<float>().ToArray());
    }

    [Fact]
    public void Weights_get_the_gradients_of_all_rows()
    {
        using DisposeScope scope = NewDisposeScope();
        torch.manual_seed(1);
        using var layer = nn.Linear(4, 3);
        Tensor[] rows = [randn(2, 4), randn(3, 4)];
        layer.call(nested.nested_tensor(rows)).to_padded_tensor(0).square().sum().backward();
        Tensor weight = layer.weight.grad!.clone(), bias = layer.bias!.grad!.clone();
        layer.zero_grad();
        layer.call(torch.cat(rows)).square().sum().backward();
        Assert.True(weight.allclose(layer.weight.grad!, 1e-4, 1e-5));
        Assert.True(bias.allclose(layer.bias!.grad!, 1e-4, 1e-5));
    }
}
