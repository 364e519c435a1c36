using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

internal sealed partial class SurfaceCases
{
    private Tensor[]? Reductions(string name) => name switch
    {
        "sum dim" => [c.sum(1)],
        "sum dims keepdim" => [c.sum([0, 2], keepdim: true)],
        "sum dtype" => [i.sum(ScalarType.Float64)],
        "mean dims" => [c.mean([1, 2])],
        "prod dim" => [a.prod(1, keepdim: true)],
        "std" => [a.std(false)],
        "std dims" => [c.std((0, 2), true, true)],
        "var correction" => [var(c, [1], 0L)],
        "std_mean" => Of(std_mean(c, 2)),
        "var_mean" => Of(c.var_mean([0, 1], false)),
        "max dim" => Of(a.max(1)),
        "min dim keepdim" => Of(a.min(0, true)),
        "max other" => [a.max(b)],
        "amax" => [c.amax(0, 1)],
        "amin keepdim" => [c.amin([2], true)],
        "aminmax" => Of(a.aminmax(1)),
        "argmax" => [a.argmax()],
        "argmin dim" => [a.argmin(1, true)],
        "all dim" => [(a > -1).all(1)],
        "any" => [(a > 2).any()],
        "logsumexp" => [a.logsumexp(1)],
        "norm" => [a.norm(3f)],
        "norm dim" => [a.norm(1, true, 1)],
        "dist" => [a.dist(b, 3)],
        "median" => [a.median()],
        "median dim" => Of(a.median(1)),
        "nanmedian" => [n.nanmedian()],
        "nanmean dim" => [n.nanmean(1)],
        "nansum" => [n.nansum()],
        "mode" => Of(i.mode(1)),
        "kthvalue" => Of(a.kthvalue(2, 1)),
        "quantile" => [a.quantile(tensor(new[] { 0.25, 0.6 }), 1, true)],
        "quantile scalar" => [a.quantile(0.3)],
        "count_nonzero" => [(i - 1).count_nonzero([1])],
        "unique" => u.unique(return_inverse: true, return_counts: true) is var (values, inverse, counts) ? [values, inverse!, counts!] : null,
        "unique dim" => [stack([u, u, u + 1]).unique(dim: 0).output],
        "unique_consecutive" => unique_consecutive(u, true, true) is var (values, inverse, counts) ? [values, inverse!, counts!] : null,
        "cumsum" => [i.cumsum(1, ScalarType.Float64)],
        "cumprod" => [a.cumprod(0)],
        "cummax" => Of(a.cummax(1)),
        "logcumsumexp" => [a.logcumsumexp(1)],
        "histc" => [a.histc(5, -2, 2)],
        "bincount" => [bincount(u, minlength: 6)],
        "histogram" => Of(histogram(a, 4, (-2.0, 2.0))),
        "trapezoid" => [trapezoid(a, 0.5, 0)],
        "cumulative_trapezoid" => [cumulative_trapezoid(a, v, 1)],
        _ => null,
    };

    private Tensor[]? Order(string name) => name switch
    {
        "sort" => Of(a.sort(1, descending: true)),
        "argsort" => [a.argsort(0)],
        "topk" => Of(a.topk(2, 1, largest: false)),
        "searchsorted" => [searchsorted(v.sort().Values, a, right: true)],
        "bucketize" => [a.bucketize(v.sort().Values, right: true)],
        "isin" => [i.isin(tensor(new long[] { 1, 2, 3 }), invert: true)],
        "isclose" => [a.isclose(a + 1e-6, 0, 1e-5)],
        _ => null,
    };
}
