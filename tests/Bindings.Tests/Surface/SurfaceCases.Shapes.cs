using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

internal sealed partial class SurfaceCases
{
    private Tensor[]? Shapes(string name) => name switch
    {
        "flatten" => [c.flatten(1, 2)],
        "unflatten" => [a.unflatten(1, 2, 2)],
        "permute" => [c.permute(2, 0, 1)],
        "movedim" => [c.movedim([0, 1], [2, 0])],
        "roll" => [c.roll([1, 2], [0, 2])],
        "roll flat" => [a.roll(3)],
        "rot90" => [a.rot90()],
        "rot90 plane" => [c.rot90(-1, (1, 2))],
        "flip" => [c.flip(0, 2)],
        "tile" => [a.tile(2, 1)],
        "repeat_interleave" => [a.repeat_interleave(2, 1)],
        "repeat_interleave tensor" => [a.repeat_interleave(tensor(new long[] { 1, 0, 2 }), 0)],
        "expand" => [v.expand(2, -1)],
        "as_strided" => [a.as_strided([2, 2], [4, 2], 1)],
        "unfold" => [v.unfold(0, 2, 1)],
        "diag" => [m.diag(1)],
        "diag_embed" => [a.diag_embed(1, 0, 2)],
        "diagonal" => [c.diagonal(0, 1, 2)],
        "diff" => [a.diff(2, 1, prepend: b)],
        "tril" => [m.tril(-1)],
        "tril_indices" => [tril_indices(3, 3, -1)],
        "narrow" => [c.narrow(2, 1, 2)],
        "slice_scatter" => [a.slice_scatter(b[.., ..2], 1, 0, 4, 2)],
        "select_scatter" => [a.select_scatter(v, 0, 1)],
        "vander" => [v.vander(3, true)],
        _ => null,
    };

    private Tensor[]? Joining(string name) => name switch
    {
        "split" => a.split(3, 1),
        "split sizes" => a.split([1, 3], dim: 1),
        "tensor_split" => a.tensor_split([1, 2], 1),
        "chunk" => a.chunk(2, 1),
        "unbind" => a.unbind(1),
        "hsplit" => a.hsplit(tensor(new long[] { 1 })),
        "dsplit" => c.dsplit(2),
        "cat" => [cat([a, b], 1)],
        "stack" => [stack([a, b], 2)],
        "dstack" => [dstack(a, b)],
        "block_diag" => [block_diag(a, m)],
        "meshgrid" => meshgrid([v, u.to(ScalarType.Float64)], "xy"),
        "cartesian_prod" => [cartesian_prod(v, v)],
        "combinations" => [combinations(v, 2, true)],
        "atleast_3d" => [.. atleast_3d(v, a)],
        _ => null,
    };
}
