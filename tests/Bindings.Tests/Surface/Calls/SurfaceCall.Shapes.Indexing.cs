using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

internal sealed partial class SurfaceCall
{
    private Func<Tensor[]>[]? ShapesIndexing(string name) => name switch
    {
        "index_select" => [() => F(index_select(a, 0, b)), () => F(a.index_select(0, b))],
        "index_add" => [() => F(index_add(a, 0, b, c[..2])), () => F(a.index_add(0, b, c[..2])), () => F(a.clone().index_add_(0, b, c[..2]))],
        "index_add alpha" => [() => F(index_add(a, 0, b, c[..2], alpha: 2)), () => F(a.index_add(0, b, c[..2], alpha: 2))],
        "index_copy" => [() => F(index_copy(a, 0, b, c[..2])), () => F(a.index_copy(0, b, c[..2])), () => F(a.clone().index_copy_(0, b, c[..2]))],
        "index_fill" => [() => F(index_fill(a, 0, b, 5)), () => F(a.index_fill(0, b, 5)), () => F(a.clone().index_fill_(0, b, 5))],
        "index_reduce prod" =>
        [
            () => F(index_reduce(a, 0, b, c[..2], Reduce.prod, false)),
            () => F(a.index_reduce(0, b, c[..2], Reduce.prod, false)),
        ],
        "index_reduce mean" =>
        [
            () => F(index_reduce(a, 0, b, c[..2], Reduce.mean, false)),
            () => F(a.index_reduce(0, b, c[..2], Reduce.mean, false)),
        ],
        "index_reduce amax" =>
        [
            () => F(index_reduce(a, 0, b, c[..2], Reduce.amax, false)),
            () => F(a.index_reduce(0, b, c[..2], Reduce.amax, false)),
        ],
        "index_reduce amin" =>
        [
            () => F(index_reduce(a, 0, b, c[..2], Reduce.amin, false)),
            () => F(a.index_reduce(0, b, c[..2], Reduce.amin, false)),
        ],
        "index_put" =>
        [
            () => F(index_put(a, [b], c[..2])),
            () => F(a.index_put(c[..2], [b])),
            () => F(a.clone().index_put_(c[..2], [b])),
            () => F(index_put_(a.clone(), [b], c[..2])),
        ],
        "index_put accumulate" => [() => F(index_put(a, [b], c[..2], true)), () => F(a.index_put(c[..2], [b], true))],
        "gather" => [() => F(gather(a, 0, b)), () => F(a.gather(0, b))],
        "scatter" => [() => F(scatter(a, 0, b, c)), () => F(a.scatter(0, b, c)), () => F(a.clone().scatter_(0, b, c))],
        "scatter value" => [() => F(scatter(a, 0, b, 3)), () => F(a.scatter(0, b, 3)), () => F(a.clone().scatter_(0, b, 3))],
        "scatter_add" => [() => F(scatter_add(a, 0, b, c)), () => F(a.scatter_add(0, b, c)), () => F(a.clone().scatter_add_(0, b, c))],
        "scatter_reduce sum" =>
        [
            () => F(scatter_reduce(a, 0, b, c, "sum")),
            () => F(a.scatter_reduce(0, b, c, "sum")),
            () => F(a.clone().scatter_reduce_(0, b, c, "sum")),
        ],
        "scatter_reduce prod" =>
        [
            () => F(scatter_reduce(a, 0, b, c, "prod")),
            () => F(a.scatter_reduce(0, b, c, "prod")),
            () => F(a.clone().scatter_reduce_(0, b, c, "prod")),
        ],
        "scatter_reduce mean" =>
        [
            () => F(scatter_reduce(a, 0, b, c, "mean")),
            () => F(a.scatter_reduce(0, b, c, "mean")),
            () => F(a.clone().scatter_reduce_(0, b, c, "mean")),
        ],
        "scatter_reduce amax" =>
        [
            () => F(scatter_reduce(a, 0, b, c, "amax")),
            () => F(a.scatter_reduce(0, b, c, "amax")),
            () => F(a.clone().scatter_reduce_(0, b, c, "amax")),
        ],
        "scatter_reduce amin" =>
        [
            () => F(scatter_reduce(a, 0, b, c, "amin")),
            () => F(a.scatter_reduce(0, b, c, "amin")),
            () => F(a.clone().scatter_reduce_(0, b, c, "amin")),
        ],
        "take" => [() => F(take(a, b)), () => F(a.take(b))],
        "put" => [() => F(put(a, b, c[0, ..2])), () => F(a.put(b, c[0, ..2])), () => F(a.clone().put_(b, c[0, ..2]))],
        "take_along_dim" => [() => F(take_along_dim(a, b, 0)), () => F(a.take_along_dim(b, 0))],
        "masked_fill" => [() => F(masked_fill(a, b, -9)), () => F(a.masked_fill(b, -9)), () => F(a.clone().masked_fill_(b, -9))],
        "masked_select" => [() => F(masked_select(a, b)), () => F(a.masked_select(b))],
        "masked_scatter" => [() => F(masked_scatter(a, b, c)), () => F(a.masked_scatter(b, c)), () => F(a.clone().masked_scatter_(b, c))],
        "nonzero" => [() => F(nonzero(a)), () => F(a.nonzero()), () => F(argwhere(a)), () => F(a.argwhere())],
        "as_strided_scatter" =>
        [
            () => F(as_strided_scatter(a, b[..2, ..2], [2, 2], [3, 1], 1)),
            () => F(a.as_strided_scatter(b[..2, ..2], [2, 2], [3, 1], 1)),
        ],
        "diagonal_scatter" => [() => F(diagonal_scatter(a, b, 1)), () => F(a.diagonal_scatter(b, 1))],
        "select_scatter" => [() => F(select_scatter(a, b, 0, 1)), () => F(a.select_scatter(b, 0, 1))],
        "slice_scatter" => [() => F(slice_scatter(a, b[.., ..2], 1, 0, 4, 2)), () => F(a.slice_scatter(b[.., ..2], 1, 0, 4, 2))],
        "fill_diagonal_" => [() => F(a.clone().fill_diagonal_(7))],
        "fill" => [() => F(fill(a, 2)), () => F(a.clone().fill_(2)), () => F(fill_(a.clone(), 2))],
        "fill tensor" => [() => F(fill(a, b)), () => F(a.clone().fill_(b))],
        "zero_" => [() => F(a.clone().zero_()), () => F(zero_(a.clone()))],
        "copy_" => [() => F(a.clone().copy_(b))],
        "index tuple" => [() => F(a[1.., ..2]), () => F(a[1.., 0..2])],
        "index one" => [() => F(a[1])],
        "index mask" => [() => F(a[b])],
        "index tensor" => [() => F(a[b])],
        "index newaxis" => [() => F(a[TensorIndex.None, TensorIndex.Ellipsis, 1])],
        "index step" => [() => F(a[TensorIndex.Colon, TensorIndex.Slice(step: 2)])],
        _ => null,
    };
}
