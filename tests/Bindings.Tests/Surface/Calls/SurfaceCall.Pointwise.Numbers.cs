using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

internal sealed partial class SurfaceCall
{
    private Func<Tensor[]>[]? PointwiseNumbers(string name) => name switch
    {
        "add number" => [() => F(add(a, 2)), () => F(a.add(2)), () => F(a.clone().add_(2))],
        "sub number" => [() => F(sub(a, 2)), () => F(a.sub(2)), () => F(a.clone().sub_(2))],
        "subtract number" => [() => F(subtract(a, 2)), () => F(a.subtract(2)), () => F(a.clone().subtract_(2))],
        "mul number" => [() => F(mul(a, 2)), () => F(a.mul(2)), () => F(a.clone().mul_(2))],
        "multiply number" => [() => F(multiply(a, 2)), () => F(a.multiply(2)), () => F(a.clone().multiply_(2))],
        "div number" => [() => F(div(a, 2)), () => F(a.div(2)), () => F(a.clone().div_(2))],
        "divide number" => [() => F(divide(a, 2)), () => F(a.divide(2)), () => F(a.clone().divide_(2))],
        "true_divide number" => [() => F(true_divide(a, 2)), () => F(a.true_divide(2)), () => F(a.clone().true_divide_(2))],
        "fmod number" => [() => F(fmod(a, 2)), () => F(a.fmod(2)), () => F(a.clone().fmod_(2))],
        "remainder number" => [() => F(remainder(a, 2)), () => F(a.remainder(2)), () => F(a.clone().remainder_(2))],
        "pow number" => [() => F(pow(a, 2)), () => F(a.pow(2)), () => F(a.clone().pow_(2))],
        "float_power number" => [() => F(float_power(a, 2)), () => F(a.float_power(2)), () => F(a.clone().float_power_(2))],
        "floor_divide number" => [() => F(floor_divide(a, 2)), () => F(a.floor_divide(2)), () => F(a.clone().floor_divide_(2))],
        "eq number" => [() => F(eq(a, 2)), () => F(a.eq(2)), () => F(a.clone().eq_(2))],
        "ne number" => [() => F(ne(a, 2)), () => F(a.ne(2)), () => F(a.clone().ne_(2))],
        "lt number" => [() => F(lt(a, 2)), () => F(a.lt(2)), () => F(a.clone().lt_(2))],
        "less number" => [() => F(less(a, 2)), () => F(a.less(2)), () => F(a.clone().less_(2))],
        "le number" => [() => F(le(a, 2)), () => F(a.le(2)), () => F(a.clone().le_(2))],
        "gt number" => [() => F(gt(a, 2)), () => F(a.gt(2)), () => F(a.clone().gt_(2))],
        "greater number" => [() => F(greater(a, 2)), () => F(a.greater(2)), () => F(a.clone().greater_(2))],
        "ge number" => [() => F(ge(a, 2)), () => F(a.ge(2)), () => F(a.clone().ge_(2))],
        "greater_equal number" => [() => F(greater_equal(a, 2)), () => F(a.greater_equal(2)), () => F(a.clone().greater_equal_(2))],
        "less_equal number" => [() => F(less_equal(a, 2)), () => F(a.less_equal(2)), () => F(a.clone().less_equal_(2))],
        "not_equal number" => [() => F(not_equal(a, 2)), () => F(a.not_equal(2)), () => F(a.clone().not_equal_(2))],
        "bitwise_and number" => [() => F(bitwise_and(a, 2)), () => F(a.bitwise_and(2)), () => F(a.clone().bitwise_and_(2))],
        "bitwise_or number" => [() => F(bitwise_or(a, 2)), () => F(a.bitwise_or(2)), () => F(a.clone().bitwise_or_(2))],
        "bitwise_xor number" => [() => F(bitwise_xor(a, 2)), () => F(a.bitwise_xor(2)), () => F(a.clone().bitwise_xor_(2))],
        "bitwise_left_shift number" =>
        [
            () => F(bitwise_left_shift(a, 2)),
            () => F(a.bitwise_left_shift(2)),
            () => F(a.clone().bitwise_left_shift_(2)),
        ],
        "bitwise_right_shift number" =>
        [
            () => F(bitwise_right_shift(a, 2)),
            () => F(a.bitwise_right_shift(2)),
            () => F(a.clone().bitwise_right_shift_(2)),
        ],
        "add alpha" => [() => F(add(a, b, alpha: 2.5)), () => F(a.add(b, alpha: 2.5)), () => F(a.clone().add_(b, alpha: 2.5))],
        "add number alpha" => [() => F(add(a, 3, alpha: 2)), () => F(a.add(3, alpha: 2)), () => F(a.clone().add_(3, alpha: 2))],
        "sub alpha" => [() => F(sub(a, b, 2.5)), () => F(a.sub(b, 2.5)), () => F(a.clone().sub_(b, 2.5))],
        "rsub" => [() => F(rsub(a, b))],
        "rsub number" => [() => F(rsub(a, 2, alpha: 3))],
        "div trunc" =>
        [
            () => F(div(a, b, RoundingMode.trunc)),
            () => F(a.div(b, RoundingMode.trunc)),
            () => F(a.clone().div_(b, RoundingMode.trunc)),
        ],
        "div floor" =>
        [
            () => F(div(a, b, RoundingMode.floor)),
            () => F(a.div(b, RoundingMode.floor)),
            () => F(a.clone().div_(b, RoundingMode.floor)),
        ],
        "pow base" => [() => F(pow(2, a))],
        "float_power base" => [() => F(float_power(2, a))],
        "xlogy number" => [() => F(xlogy(a, 2)), () => F(a.xlogy(2)), () => F(a.clone().xlogy_(2)), () => F(special.xlogy(a, 2))],
        "xlogy left number" => [() => F(xlogy(2, a)), () => F(special.xlogy(2, a))],
        "copysign number" => [() => F(copysign(a, -2)), () => F(a.copysign(-2)), () => F(a.clone().copysign_(-2))],
        "special.xlog1py" => [() => F(special.xlog1py(a, b))],
        "special.xlog1py number" => [() => F(special.xlog1py(a, 2))],
        "special.xlogy" => [() => F(special.xlogy(a, b))],
        "special.zeta" => [() => F(special.zeta(a, b))],
        "special.gammainc" => [() => F(special.gammainc(a, b)), () => F(igamma(a, b))],
        "special.gammaincc" => [() => F(special.gammaincc(a, b)), () => F(igammac(a, b))],
        "igamma" => [() => F(igamma(a, b)), () => F(a.igamma(b)), () => F(a.clone().igamma_(b))],
        "igammac" => [() => F(igammac(a, b)), () => F(a.igammac(b)), () => F(a.clone().igammac_(b))],
        "special.polygamma" => [() => F(special.polygamma(2, a))],
        "special.multigammaln" => [() => F(special.multigammaln(a, 2))],
        "special.softmax" => [() => F(special.softmax(a, 1))],
        "special.log_softmax" => [() => F(special.log_softmax(a, 0))],
        "special.logsumexp" => [() => F(special.logsumexp(a, 1, keepdim: true))],
        "special.logit" => [() => F(special.logit(a, 0.1))],
        "special.round decimals" => [() => F(special.round(a, decimals: 1))],
        "special.sigmoid" => [() => F(special.expit(a))],
        _ => null,
    };
}
