using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

internal sealed partial class SurfaceCall
{
    private Func<Tensor[]>[]? ShapesJoining(string name) => name switch
    {
        "cat" => [() => F(cat([a, b], 0)), () => F(concat([a, b], 0))],
        "stack" => [() => F(stack([a, b], 1))],
        "hstack" => [() => F(hstack([a, b]))],
        "vstack" => [() => F(vstack([a, b]))],
        "dstack" => [() => F(dstack([a, b]))],
        "column_stack" => [() => F(column_stack([a, b]))],
        "row_stack" => [() => F(row_stack([a, b]))],
        "block_diag" => [() => F(block_diag(a, b))],
        "cartesian_prod" => [() => F(cartesian_prod(a, b))],
        "combinations" => [() => F(combinations(a, 2, true))],
        "meshgrid" => [() => F(meshgrid([a, b], indexing: "xy"))],
        "meshgrid ij" => [() => F(meshgrid([a, b], indexing: "ij"))],
        "split" => [() => F(split(a, 3, 1)), () => F(a.split(3, 1)), () => F(unsafe_split(a, 3, 1)), () => F(a.unsafe_split(3, 1))],
        "split sizes" =>
        [
            () => F(split(a, [1, 3], 1)),
            () => F(a.split([1, 3], 1)),
            () => F(split_with_sizes(a, [1, 3], 1)),
            () => F(a.split_with_sizes([1, 3], 1)),
            () => F(unsafe_split_with_sizes(a, [1, 3], 1)),
            () => F(a.unsafe_split_with_sizes([1, 3], 1)),
        ],
        "tensor_split" => [() => F(tensor_split(a, 3, 1)), () => F(a.tensor_split(3, 1))],
        "tensor_split places" => [() => F(tensor_split(a, [1, 2], 1)), () => F(a.tensor_split([1, 2], 1))],
        "chunk" => [() => F(chunk(a, 2, 1)), () => F(a.chunk(2, 1)), () => F(unsafe_chunk(a, 2, 1)), () => F(a.unsafe_chunk(2, 1))],
        "unbind" => [() => F(unbind(a, 1)), () => F(a.unbind(1))],
        "hsplit" => [() => F(hsplit(a, 2)), () => F(a.hsplit(2))],
        "vsplit" => [() => F(vsplit(a, [1])), () => F(a.vsplit([1]))],
        "dsplit" => [() => F(dsplit(a, 2)), () => F(a.dsplit(2))],
        "tril_indices" => [() => F(tril_indices(3, 4, -1))],
        "triu_indices" => [() => F(triu_indices(3, 4, 1))],
        _ => null,
    };
}
