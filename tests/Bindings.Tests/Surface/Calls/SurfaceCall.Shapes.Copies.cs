using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

internal sealed partial class SurfaceCall
{
    private Func<Tensor[]>[]? ShapesCopies(string name) => name switch
    {
        "alias_copy" => [() => F(alias_copy(a))],
        "as_strided_copy" => [() => F(as_strided_copy(a, [2, 2], [3, 1], 1))],
        "detach_copy" => [() => F(detach_copy(a))],
        "diagonal_copy" => [() => F(diagonal_copy(a, 1))],
        "expand_copy" => [() => F(expand_copy(a, [2, 3, 4]))],
        "permute_copy" => [() => F(permute_copy(a, [1, 0]))],
        "select_copy" => [() => F(select_copy(a, 1, 2))],
        "slice_copy" => [() => F(slice_copy(a, 1, 1, 4, 2))],
        "split_copy" => [() => F(split_copy(a, 2, 1))],
        "split_with_sizes_copy" => [() => F(split_with_sizes_copy(a, [1, 3], 1))],
        "squeeze_copy" => [() => F(squeeze_copy(a[.., ..1]))],
        "t_copy" => [() => F(t_copy(a))],
        "transpose_copy" => [() => F(transpose_copy(a, 0, 1))],
        "unbind_copy" => [() => F(unbind_copy(a, 1))],
        "unsqueeze_copy" => [() => F(unsqueeze_copy(a, 1))],
        "view_copy" => [() => F(view_copy(a, [4, 3]))],
        "view_as_real_copy" => [() => F(view_as_real_copy(a))],
        "view_as_complex_copy" => [() => F(view_as_complex_copy(a))],
        "narrow_copy" => [() => F(narrow_copy(a, 1, 1, 2)), () => F(a.narrow_copy(1, 1, 2))],
        _ => null,
    };
}
