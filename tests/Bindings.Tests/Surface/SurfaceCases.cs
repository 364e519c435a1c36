using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

/// <summary>The calls of tests/golden/surface/surface.py, spelled in C#.</summary>
internal sealed partial class SurfaceCases
{
    private readonly Tensor a = SurfaceGoldens.Input("a");
    private readonly Tensor b = SurfaceGoldens.Input("b");
    private readonly Tensor p = SurfaceGoldens.Input("p");
    private readonly Tensor m = SurfaceGoldens.Input("m");
    private readonly Tensor c = SurfaceGoldens.Input("c");
    private readonly Tensor v = SurfaceGoldens.Input("v");
    private readonly Tensor i = SurfaceGoldens.Input("i");
    private readonly Tensor j = SurfaceGoldens.Input("j");
    private readonly Tensor n = SurfaceGoldens.Input("n");
    private readonly Tensor u = SurfaceGoldens.Input("u");
    private readonly Tensor s = SurfaceGoldens.Input("s");
    private readonly Tensor index = tensor(new long[] { 2, 0 });
    private readonly Tensor columns = tensor(new long[] { 0, 1, 2, 0, 2, 0, 0, 1, 1, 1, 2, 2 }).reshape(3, 4);

    private Tensor Spd => m.matmul(m.T);

    private Tensor Z => complex(a, b);

    public Tensor[] Run(string name) =>
        Arithmetic(name) ?? Reductions(name) ?? Order(name) ?? Shapes(name) ?? Joining(name) ?? Indexing(name) ?? LinearAlgebra(name)
        ?? Transforms(name) ?? throw new InvalidOperationException($"the case '{name}' has no counterpart here");

    private static Tensor[] Of((Tensor First, Tensor Second) pair) => [pair.First, pair.Second];

    private Tensor Ones(params long[] size) => ones(size, ScalarType.Float64);

    private Tensor Hann() => hann_window(16, dtype: ScalarType.Float64);

    private Tensor[]? Arithmetic(string name) => name switch
    {
        "add alpha" => [a.add(b, 2.5)],
        "add scalar alpha" => [a.add(2, 3)],
        "sub alpha" => [a.sub(b, 2)],
        "rsub" => [rsub(a, b, 2)],
        "div" => [a.div(b)],
        "div trunc" => [a.div(b, RoundingMode.trunc)],
        "div floor scalar" => [div(a, 0.7, RoundingMode.floor)],
        "floor_divide" => [i.floor_divide(j)],
        "fmod" => [a.fmod(0.4)],
        "remainder" => [a.remainder(0.4)],
        "pow scalar base" => [pow(2, a)],
        "addcdiv" => [a.addcdiv(b, p, 0.5)],
        "addcmul" => [addcmul(a, b, p, 0.5)],
        "addmm" => [addmm(a, a, m, 0.5f, 2)],
        "addmv" => [addmv(Ones(3), a, v, 0.5f, 2)],
        "addr" => [a.addr(Ones(3), v, 0.5f, 2)],
        "baddbmm" => [baddbmm(c[.., .., ..3], c, c.transpose(1, 2), 0.5f, 2)],
        "addbmm" => [Ones(3, 3).addbmm(c, c.transpose(1, 2), 0.5f, 2)],
        "clamp" => [a.clamp(-0.5, 0.5)],
        "clamp min" => [a.clamp(min: -0.5)],
        "clamp tensors" => [a.clamp(b.minimum(p), b.maximum(p))],
        "lerp" => [a.lerp(b, p)],
        "lerp scalar" => [a.lerp(b, 0.25)],
        "where" => [where(a > 0, a, b)],
        "where scalar" => [where(a > 0, a, 0.0)],
        "round decimals" => [a.round(2)],
        "nan_to_num" => [n.nan_to_num(9)],
        "heaviside" => [a.heaviside(b)],
        "copysign" => [a.copysign(b)],
        "ldexp" => [a.ldexp(i)],
        "xlogy" => [a.xlogy(p)],
        "gcd" => [i.gcd(j)],
        "lcm" => [lcm(i, j)],
        "bitwise_left_shift" => [i.bitwise_left_shift(j)],
        "frexp" => Of(a.frexp()),
        "logit" => [p.logit(0.2)],
        "polygamma" => [p.polygamma(2)],
        "mvlgamma" => [(p + 3).mvlgamma(2)],
        "float_power" => [p.float_power(b)],
        "elu" => [a.elu(0.7)],
        "hardtanh" => [a.hardtanh(-0.3, 0.4)],
        "leaky_relu" => [a.leaky_relu(0.2)],
        "gelu tanh" => [a.gelu(TorchSharp.Modules.GELU.Approximate.tanh)],
        "softplus" => [a.softplus(2, 3)],
        "celu" => [a.celu(0.6)],
        "threshold" => [a.threshold(0.1, 7)],
        "special.zeta" => [special.zeta(p + 1, p)],
        "special.gammainc" => [special.gammainc(p, p + 1)],
        "special.xlog1py" => [special.xlog1py(a, p)],
        "special.multigammaln" => [special.multigammaln(p + 3, 2)],
        "special.bessel_j1" => [special.bessel_j1(a)],
        "special.hermite_polynomial_h" => [special.hermite_polynomial_h(a, full_like(a, 3))],
        "special.log_softmax" => [special.log_softmax(a, 0)],
        _ => null,
    };

    private Tensor[]? Indexing(string name) => name switch
    {
        "index_select" => [a.index_select(0, index)],
        "index_add" => [a.index_add(0, index, b[..2], 2)],
        "index_copy" => [a.index_copy(0, index, b[..2])],
        "index_fill" => [a.index_fill(0, index, 5)],
        "index_reduce" => [index_reduce(a, 0, index, b[..2], Reduce.amax, false)],
        "gather" => [a.gather(0, columns)],
        "scatter" => [a.scatter(0, columns, b)],
        "scatter value" => [a.scatter(0, columns[..1], (Scalar)3)],
        "scatter_add" => [a.scatter_add(0, columns, b)],
        "scatter_reduce" => [a.scatter_reduce(0, columns, b, "mean")],
        "take" => [a.take(tensor(new long[] { 5, 0 }))],
        "take_along_dim" => [a.take_along_dim(tensor(new long[] { 1, 1, 0 }).reshape(3, 1), 1)],
        "masked_fill" => [a.masked_fill(a > 0, -9)],
        "masked_scatter" => [a.masked_scatter(a > 0, b)],
        "masked_select" => [a.masked_select(a > 0)],
        "nonzero" => [(a > 0).nonzero()],
        _ => null,
    };
}
