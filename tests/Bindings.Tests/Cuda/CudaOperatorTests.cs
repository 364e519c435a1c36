using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Cuda;

/// <summary>Operators give on a CUDA device what they give on the processor, in every type that both know, forward and backward.</summary>
[Trait("Category", "Cuda")]
public sealed class CudaOperatorTests
{
    private static readonly ScalarType[] Real = [ScalarType.Float32, ScalarType.Float64];
    private static readonly ScalarType[] Half = [ScalarType.Float16, ScalarType.BFloat16];
    private static readonly ScalarType[] Whole = [ScalarType.Int8, ScalarType.Byte, ScalarType.Int16, ScalarType.Int32, ScalarType.Int64];
    private static readonly ScalarType[] Complex = [ScalarType.ComplexFloat32, ScalarType.ComplexFloat64];

    // Every operator takes two tensors (3, 4) and may use one; those of real numbers get a backward pass as well.
    private static readonly Dictionary<string, (Func<Tensor, Tensor, Tensor> Call, ScalarType[] Types)> Operators = new()
    {
        ["add"] = ((a, b) => a.add(b, alpha: 2), [.. Real, .. Half, .. Whole, .. Complex]),
        ["sub"] = ((a, b) => a - b, [.. Real, .. Half, .. Whole, .. Complex]),
        ["mul"] = ((a, b) => a * b, [.. Real, .. Half, .. Whole, .. Complex]),
        ["div"] = ((a, b) => a / b, [.. Real, .. Half, .. Whole, .. Complex]),
        ["pow"] = ((a, _) => a.pow(2), [.. Real, .. Half, .. Whole, .. Complex]),
        ["matmul"] = ((a, b) => a.matmul(b.t()), [.. Real, .. Complex]),
        ["einsum"] = ((a, b) => einsum("ij,kj->ik", a, b), Real),
        ["exp"] = ((a, _) => a.exp(), [.. Real, .. Half, .. Complex]),
        ["tanh"] = ((a, _) => a.tanh(), [.. Real, .. Half, .. Complex]),
        ["abs"] = ((a, _) => a.abs(), [.. Real, .. Half, .. Complex, ScalarType.Int32]),
        ["maximum"] = ((a, b) => maximum(a, b), [.. Real, .. Half, .. Whole]),
        ["where"] = ((a, b) => where(a > b, a, b), [.. Real, .. Half, .. Whole]),
        ["sum"] = ((a, _) => a.sum(1), [.. Real, .. Half, .. Whole, .. Complex]),
        ["mean"] = ((a, _) => a.mean([0], keepdim: true), [.. Real, .. Half]),
        ["var"] = ((a, _) => a.var(1), Real),
        ["prod"] = ((a, _) => a.prod(1), [.. Real, ScalarType.Int64]),
        ["logsumexp"] = ((a, _) => a.logsumexp(1), Real),
        ["softmax"] = ((a, _) => a.softmax(1), [.. Real, .. Half]),
        ["cumsum"] = ((a, _) => a.cumsum(1), [.. Real, .. Whole]),
        ["sort"] = ((a, _) => a.sort(1).Values, [.. Real, .. Whole]),
        ["topk"] = ((a, _) => a.topk(2, 1).values, [.. Real, ScalarType.Int64]),
        ["argmax"] = ((a, _) => a.argmax(1), [.. Real, ScalarType.Int32]),
        ["cat"] = ((a, b) => cat([a, b], 1), [.. Real, .. Half, .. Whole, .. Complex, ScalarType.Bool]),
        ["transpose"] = ((a, _) => a.t().contiguous(), [.. Real, .. Half, .. Whole, .. Complex, ScalarType.Bool]),
        ["slice"] = ((a, _) => a[TensorIndex.Slice(1), TensorIndex.Slice(step: 2)].contiguous(), [.. Real, .. Half, .. Whole, ScalarType.Bool]),
        ["masked_fill"] = ((a, b) => a.masked_fill(b > 0, 3), [.. Real, .. Half, .. Whole]),
        ["flip"] = ((a, _) => a.flip(1), [.. Real, .. Half, .. Whole, .. Complex, ScalarType.Bool]),
        ["logical_not"] = ((a, _) => a.logical_not(), [.. Real, .. Whole, ScalarType.Bool]),
        ["bitwise_xor"] = ((a, b) => a.bitwise_xor(b), [.. Whole, ScalarType.Bool]),
        ["fft"] = ((a, _) => fft.fft_(a), [.. Real, .. Complex]),
        ["solve"] = ((a, b) => linalg.solve(a.matmul(a.t()) + (eye(3, dtype: a.dtype, device: a.device) * 3), b), Real),
        ["svdvals"] = ((a, _) => linalg.svdvals(a), Real),
        ["gelu"] = ((a, _) => nn.functional.gelu(a), [.. Real, .. Half]),
        ["layer_norm"] = ((a, _) => nn.functional.layer_norm(a, [4]), [.. Real, .. Half]),
        ["cross_entropy"] = ((a, _) => nn.functional.cross_entropy(a, arange(3, dtype: int64, device: a.device)), Real),
        ["to another type"] = ((a, _) => a.to_type(ScalarType.Float64), [.. Real, .. Half, .. Whole, ScalarType.Bool]),
    };

    public static TheoryData<string, ScalarType> Cases
    {
        get
        {
            var cases = new TheoryData<string, ScalarType>();
            foreach (var (name, (_, types)) in Operators)
            {
                foreach (var type in types)
                {
                    cases.Add(name, type);
                }
            }

            return cases;
        }
    }

    [CudaTheory]
    [MemberData(nameof(Cases))]
    public void An_operator_agrees_with_the_processor(string name, ScalarType type)
    {
        using var scope = NewDisposeScope();
        var differentiable = type is ScalarType.Float32 or ScalarType.Float64;
        var (a, b) = (Drawn(type, 1).requires_grad_(differentiable), Drawn(type, 2).requires_grad_(differentiable));
        var (x, y) = (a.Twin(), b.Twin());
        var call = Operators[name].Call;

        // Older versions know half precision on devices only: there the processor computes in single precision.
        var expected = type == ScalarType.Float16 ? call(a.to_type(float32), b.to_type(float32)) : call(a, b);
        var actual = call(x, y);
        expected = type == ScalarType.Float16 && expected.dtype == float32 ? expected.to_type(ScalarType.Float16) : expected;

        CudaDevice.AssertAgrees(expected, actual);
        if (expected.requires_grad)
        {
            Squared(expected).backward();
            Squared(actual).backward();
            CudaDevice.AssertAgrees(a.grad!, x.grad!, type == ScalarType.Float32 ? 1e-3 : 1e-8);
        }
    }

    [CudaFact]
    public void Operators_write_into_what_they_are_given()
    {
        using var scope = NewDisposeScope();
        var (host, device) = (arange(6, dtype: float32), arange(6, dtype: float32, device: CUDA));
        host.view(2, 3).transpose(0, 1).add_(1).mul_(2);
        device.view(2, 3).transpose(0, 1).add_(1).mul_(2);
        host[TensorIndex.Slice(0, null, 2)] = tensor(7f);
        device[TensorIndex.Slice(0, null, 2)] = tensor(7f);
        CudaDevice.AssertAgrees(host, device);
        host.index_put_(tensor(-1f), TensorIndex.Tensor(tensor(new long[] { 1, 3 })));
        device.index_put_(tensor(-1f, device: CUDA), TensorIndex.Tensor(tensor(new long[] { 1, 3 }, device: CUDA)));
        CudaDevice.AssertAgrees(host, device);
    }

    [CudaFact]
    public void Empty_and_zero_dimensional_tensors_are_tensors_too()
    {
        using var scope = NewDisposeScope();
        CudaDevice.AssertAgrees(zeros(0, 3).sum(0), zeros([0, 3], device: CUDA).sum(0));
        CudaDevice.AssertAgrees(zeros(0).add(1), zeros(0, device: CUDA).add(1));
        CudaDevice.AssertAgrees(tensor(3f).exp(), tensor(3f, device: CUDA).exp());
        // A number that lies on the processor meets a tensor on the device, as in Python.
        CudaDevice.AssertAgrees(ones(2) * tensor(3f), ones(2, device: CUDA) * tensor(3f));
        Assert.Equal(3f, tensor(3f, device: CUDA).item<float>());
        Assert.Equal([0f, 1f, 2f], arange(3, dtype: float32, device: CUDA).cpu().data<float>().ToArray());
    }

    private static Tensor Squared(Tensor result) => result.is_complex() ? view_as_real(result).square().sum() : result.square().sum();

    private static Tensor Drawn(ScalarType type, long seed)
    {
        using var generator = new Generator((ulong)seed, CPU);
        return type switch
        {
            ScalarType.Bool => randn([3, 4], generator: generator) > 0,
            ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64 =>
                randint(1, 10, [3, 4], dtype: type, generator: generator),
            ScalarType.ComplexFloat32 => complex(randn([3, 4], generator: generator), randn([3, 4], generator: generator)),
            ScalarType.ComplexFloat64 => complex(
                randn([3, 4], dtype: float64, generator: generator), randn([3, 4], dtype: float64, generator: generator)),
            _ => randn([3, 4], generator: generator).to_type(type),
        };
    }
}
