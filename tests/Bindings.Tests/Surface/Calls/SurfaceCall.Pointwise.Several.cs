using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

internal sealed partial class SurfaceCall
{
    private Func<Tensor[]>[]? PointwiseSeveral(string name) => name switch
    {
        "addcmul" => [() => F(addcmul(a, b, c)), () => F(a.addcmul(b, c)), () => F(a.clone().addcmul_(b, c))],
        "addcmul value" =>
        [
            () => F(addcmul(a, b, c, value: 0.5)),
            () => F(a.addcmul(b, c, value: 0.5)),
            () => F(a.clone().addcmul_(b, c, value: 0.5)),
        ],
        "addcdiv" => [() => F(addcdiv(a, b, c)), () => F(a.addcdiv(b, c)), () => F(a.clone().addcdiv_(b, c))],
        "addcdiv value" =>
        [
            () => F(addcdiv(a, b, c, value: 0.5)),
            () => F(a.addcdiv(b, c, value: 0.5)),
            () => F(a.clone().addcdiv_(b, c, value: 0.5)),
        ],
        "lerp" => [() => F(lerp(a, b, c)), () => F(a.lerp(b, c)), () => F(a.clone().lerp_(b, c))],
        "lerp number" => [() => F(lerp(a, b, 0.25)), () => F(a.lerp(b, 0.25)), () => F(a.clone().lerp_(b, 0.25))],
        "clamp" =>
        [
            () => F(clamp(a, -0.5, 1)),
            () => F(a.clamp(-0.5, 1)),
            () => F(clamp_(a.clone(), -0.5, 1)),
            () => F(a.clone().clamp_(-0.5, 1)),
            () => F(clip(a, -0.5, 1)),
            () => F(a.clip(-0.5, 1)),
            () => F(clip_(a.clone(), -0.5, 1)),
            () => F(a.clone().clip_(-0.5, 1)),
        ],
        "clamp one side" => [() => F(clamp(a, min: 0.5)), () => F(a.clamp(min: 0.5)), () => F(a.clip(min: 0.5))],
        "clamp tensors" =>
        [
            () => F(clamp(a, b, c)),
            () => F(a.clamp(b, c)),
            () => F(a.clone().clamp_(b, c)),
            () => F(clip(a, b, c)),
            () => F(a.clip(b, c)),
            () => F(clip_(a.clone(), b, c)),
            () => F(a.clone().clip_(b, c)),
        ],
        "clamp_min" =>
        [
            () => F(clamp_min(a, 0.5)),
            () => F(a.clamp_min(0.5)),
            () => F(clamp_min_(a.clone(), 0.5)),
            () => F(a.clone().clamp_min_(0.5)),
        ],
        "clamp_max" =>
        [
            () => F(clamp_max(a, 0.5)),
            () => F(a.clamp_max(0.5)),
            () => F(clamp_max_(a.clone(), 0.5)),
            () => F(a.clone().clamp_max_(0.5)),
        ],
        "where" => [() => F(where(a, b, c)), () => F(b.where(a, c))],
        "where condition" => [() => F(where(a))],
        "logit" => [() => F(logit(a, 0.1)), () => F(a.logit(0.1)), () => F(a.clone().logit_(0.1)), () => F(logit_(a.clone(), 0.1))],
        "polygamma" => [() => F(polygamma(2, a)), () => F(a.polygamma(2)), () => F(a.clone().polygamma_(2))],
        "mvlgamma" => [() => F(mvlgamma(a, 2)), () => F(a.mvlgamma(2)), () => F(a.clone().mvlgamma_(2))],
        "round decimals" => [() => F(round(a, decimals: 1)), () => F(a.round(decimals: 1)), () => F(a.clone().round_(decimals: 1))],
        "nan_to_num values" =>
        [
            () => F(nan_to_num(a, 9, 8, -8)),
            () => F(a.nan_to_num(9, 8, -8)),
            () => F(nan_to_num_(a.clone(), 9, 8, -8)),
            () => F(a.clone().nan_to_num_(9, 8, -8)),
        ],
        "frexp" => [() => F(frexp(a)), () => F(a.frexp())],
        "complex" => [() => F(complex(a, b))],
        "polar" => [() => F(polar(a, b))],
        "view_as_real" => [() => F(view_as_real(a)), () => F(view_as_real(a))],
        "view_as_complex" => [() => F(view_as_complex(a)), () => F(view_as_complex(a))],
        "resolve_conj" => [() => F(resolve_conj(a.conj())), () => F(a.conj().resolve_conj())],
        "resolve_neg" => [() => F(resolve_neg(a.conj().imag)), () => F(a.conj().imag.resolve_neg())],
        "is_conj" => [() => F(is_conj(a.conj())), () => F(a.conj().is_conj())],
        "is_neg" => [() => F(is_neg(a.conj().imag)), () => F(a.conj().imag.is_neg())],
        "isclose" => [() => F(isclose(a, b)), () => F(a.isclose(b))],
        "isclose tolerant" => [() => F(isclose(a, b, 0, 2, true)), () => F(a.isclose(b, 0, 2, true))],
        "allclose" => [() => F(allclose(a, b)), () => F(a.allclose(b))],
        "equal" => [() => F(a.Equals(b)), () => F(a.clone().Equals(b))],
        "isin" => [() => F(isin(a, b))],
        "isin inverted" => [() => F(isin(a, b, invert: true))],
        "dequantize" => [() => F(dequantize(quantize_per_tensor(a, 0.1, 3, quint8)))],
        "int_repr" => [() => F(quantize_per_tensor(a, 0.1, 3, quint8).int_repr()), () => F(int_repr(quantize_per_tensor(a, 0.1, 3, quint8)))],
        "quantize_per_channel" => [() => F(quantize_per_channel(a, b.abs(), zeros(3, dtype: int64), 1, qint8).int_repr())],
        "q_scale" => [() => F(q_scale(quantize_per_tensor(a, 0.1, 3, quint8))), () => F(quantize_per_tensor(a, 0.1, 3, quint8).q_scale())],
        "q_zero_point" =>
        [
            () => F(q_zero_point(quantize_per_tensor(a, 0.1, 3, quint8))),
            () => F(quantize_per_tensor(a, 0.1, 3, quint8).q_zero_point()),
        ],
        "q_per_channel_scales" =>
        [
            () => F(q_per_channel_scales(quantize_per_channel(a, b, zeros(3, dtype: int64), 1, qint8))),
            () => F(quantize_per_channel(a, b, zeros(3, dtype: int64), 1, qint8).q_per_channel_scales()),
        ],
        "q_per_channel_zero_points" =>
        [
            () => F(q_per_channel_zero_points(quantize_per_channel(a, b, zeros(3, dtype: int64), 1, qint8))),
            () => F(quantize_per_channel(a, b, zeros(3, dtype: int64), 1, qint8).q_per_channel_zero_points()),
        ],
        "q_per_channel_axis" =>
        [
            () => F(q_per_channel_axis(quantize_per_channel(a, b, zeros(3, dtype: int64), 1, qint8))),
            () => F(quantize_per_channel(a, b, zeros(3, dtype: int64), 1, qint8).q_per_channel_axis()),
        ],
        "quantize_per_tensor_dynamic" => [() => F(quantize_per_tensor_dynamic(a, quint8, false).int_repr())],
        "fake_quantize_per_tensor_affine" => [() => F(fake_quantize_per_tensor_affine(a, 0.1, 2, 0, 255))],
        "fake_quantize_per_channel_affine" => [() => F(fake_quantize_per_channel_affine(a, b, zeros(3, dtype: int32), 1, 0, 255))],
        "Tensor.prelu" => [() => F(a.prelu(b)), () => F(a.prelu(b))],
        "Tensor.threshold" => [() => F(a.threshold(0.5, -3))],
        "Tensor.glu" => [() => F(a.glu(1))],
        "rrelu" => [() => F(a.rrelu(0.1, 0.3))],
        "conversions" =>
        [
            () => F(a.to(float64), a.@float(), a.@double(), a.half(), a.bfloat16().@float(), a.@int(), a.@long(), a.@short(), a.@char(), a.@bool()),
        ],
        "conversions complex" => [() => F(a.cfloat(), a.cdouble())],
        "type_as" => [() => F(a.type_as(b))],
        _ => null,
    };
}
