using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

internal sealed partial class SurfaceCall
{
    private Func<Tensor[]>[]? ShapesViews(string name) => name switch
    {
        "flatten" => [() => F(flatten(a)), () => F(a.flatten()), () => F(ravel(a)), () => F(a.ravel())],
        "flatten dims" => [() => F(flatten(a, 1, 2)), () => F(a.flatten(1, 2))],
        "unflatten" => [() => F(a.unflatten(1, [2, 2]))],
        "reshape" => [() => F(reshape(a, [4, 3])), () => F(a.reshape(4, 3)), () => F(a.reshape([4, -1]))],
        "view" => [() => F(a.view(4, 3)), () => F(a.view([4, -1]))],
        "view type" => [() => F(a.view(int32))],
        "view_as" => [() => F(a.view_as(b)), () => F(a.reshape_as(b))],
        "permute" => [() => F(permute(a, [2, 0, 1])), () => F(a.permute(2, 0, 1))],
        "transpose" =>
        [
            () => F(transpose(a, 0, 1)),
            () => F(a.transpose(0, 1)),
            () => F(swapaxes(a, 0, 1)),
            () => F(a.swapaxes(0, 1)),
            () => F(swapdims(a, 0, 1)),
            () => F(a.swapdims(0, 1)),
            () => F(a.clone().transpose_(0, 1)),
            () => F(a.clone().swapaxes_(0, 1)),
            () => F(a.clone().swapdims_(0, 1)),
        ],
        "t" => [() => F(t(a)), () => F(a.t()), () => F(a.T), () => F(a.clone().t_())],
        "mT" => [() => F(a.mT)],
        "H" => [() => F(a.H), () => F(a.mH), () => F(adjoint(a)), () => F(a.adjoint())],
        "movedim" =>
        [
            () => F(movedim(a, [0, 1], [2, 0])),
            () => F(a.movedim([0, 1], [2, 0])),
            () => F(moveaxis(a, [0, 1], [2, 0])),
            () => F(a.moveaxis([0, 1], [2, 0])),
        ],
        "squeeze" => [() => F(squeeze(a[.., ..1])), () => F(a[.., ..1].squeeze())],
        "squeeze dim" => [() => F(squeeze(a[.., ..1], 1)), () => F(a[.., ..1].squeeze(1))],
        "unsqueeze" => [() => F(unsqueeze(a, 1)), () => F(a.unsqueeze(1)), () => F(a.clone().unsqueeze_(1))],
        "expand" =>
        [
            () => F(a.expand(2, 3, 4)),
            () => F(a.expand([2, -1, -1])),
            () => F(broadcast_to(a, [2, 3, 4])),
            () => F(a.broadcast_to([2, 3, 4])),
        ],
        "expand_as" => [() => F(a.expand_as(b))],
        "as_strided" => [() => F(as_strided(a, [2, 2], [3, 1], 1)), () => F(a.as_strided([2, 2], [3, 1], 1))],
        "as_strided_" => [() => F(a.clone().as_strided_([2, 2], [3, 1], 1)), () => F(as_strided_(a.clone(), [2, 2], [3, 1], 1))],
        "unfold" => [() => F(a.unfold(1, 2, 1))],
        "diagonal" => [() => F(diagonal(a, 1)), () => F(a.diagonal(1))],
        "diagonal dims" => [() => F(diagonal(a, 0, 1, 2)), () => F(a.diagonal(0, 1, 2)), () => F(linalg.diagonal(a, offset: 0, dim1: 1, dim2: 2))],
        "diag" => [() => F(diag(a, 1)), () => F(a.diag(1))],
        "diag_embed" => [() => F(diag_embed(a, 1)), () => F(a.diag_embed(1))],
        "diagflat" => [() => F(diagflat(a, -1)), () => F(a.diagflat(-1))],
        "tril" => [() => F(tril(a, -1)), () => F(a.tril(-1)), () => F(a.clone().tril_(-1))],
        "triu" => [() => F(triu(a, 1)), () => F(a.triu(1)), () => F(a.clone().triu_(1))],
        "flip" => [() => F(flip(a, [0, 1])), () => F(a.flip(0, 1))],
        "fliplr" => [() => F(fliplr(a)), () => F(a.fliplr())],
        "flipud" => [() => F(flipud(a)), () => F(a.flipud())],
        "roll" => [() => F(roll(a, [1, 2], [0, 1])), () => F(a.roll([1, 2], [0, 1]))],
        "roll flat" => [() => F(roll(a, 3)), () => F(a.roll(3))],
        "rot90" => [() => F(rot90(a, 1, (0, 1))), () => F(a.rot90(1, (0, 1)))],
        "tile" => [() => F(tile(a, [2, 1])), () => F(a.tile([2, 1])), () => F(a.repeat(2, 1))],
        "repeat_interleave" => [() => F(repeat_interleave(a, 2, 1)), () => F(a.repeat_interleave(2, 1))],
        "repeat_interleave counts" => [() => F(repeat_interleave(a, b, 1)), () => F(a.repeat_interleave(b, 1))],
        "narrow" => [() => F(narrow(a, 1, 1, 2)), () => F(a.narrow(1, 1, 2))],
        "select" => [() => F(select(a, 1, 2)), () => F(a.select(1, 2))],
        "contiguous" => [() => F(a.contiguous()), () => F(a.clone()), () => F(clone(a)), () => F(detach(a))],
        "atleast_1d" => [() => F(atleast_1d(a))],
        "atleast_2d" => [() => F(atleast_2d(a))],
        "atleast_3d" => [() => F(atleast_3d(a))],
        "vander" => [() => F(vander(a, 3, true)), () => F(linalg.vander(a, N: 3))],
        "broadcast_tensors" => [() => F(broadcast_tensors(a, b))],
        "constant_pad_nd" => [() => F(constant_pad_nd(a, [1, 2, 0, 1], 1.5))],
        "resize_as_" => [() => F(a.clone().resize_as_(b)), () => F(resize_as_(a.clone(), b))],
        "shape" => [() => F(a.size(), a.stride())],
        "broadcast_shapes" => [() => F(broadcast_shapes([2, 1, 4], [3, 1]))],
        "Tensor.channel_shuffle" => [() => F(a.channel_shuffle(2))],
        _ => null,
    };
}
