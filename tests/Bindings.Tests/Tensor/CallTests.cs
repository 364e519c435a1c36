using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using TorchSharp.Modules;
using Torchlight.Bindings.Tests.Surface;
using static TorchSharp.torch;

namespace Bindings.Tests.TensorCore;

/// <summary>Calls that numbers, views and layouts make special, answered by tests/golden/core/calls.py.</summary>
public sealed class CallTests
{
    private static readonly Dictionary<string, Func<Tensor, Scalar, object>> Numbers = new()
    {
        ["a & N"] = (a, n) => a & n,
        ["a | N"] = (a, n) => a | n,
        ["a ^ N"] = (a, n) => a ^ n,
        ["N & a"] = (a, n) => n & a,
        ["a << N"] = (a, n) => a << n,
        ["a >> N"] = (a, n) => a >> n,
        ["a % N"] = (a, n) => a % n,
        ["N % a"] = (a, n) => n % a,
        ["torch.bitwise_left_shift(a, N)"] = (a, n) => torch.bitwise_left_shift(a, n),
        ["torch.bitwise_right_shift(a, N)"] = (a, n) => torch.bitwise_right_shift(a, n),
        ["torch.bitwise_and(N, a)"] = (a, n) => torch.bitwise_and(n, a),
        ["torch.floor_divide(a, N)"] = (a, n) => torch.floor_divide(a, n),
        ["torch.rsub(a, N)"] = (a, n) => torch.rsub(a, n),
        ["torch.greater(a, N)"] = (a, n) => torch.greater(a, n),
        ["torch.less_equal(a, N)"] = (a, n) => torch.less_equal(a, n),
        ["torch.not_equal(a, N)"] = (a, n) => torch.not_equal(a, n),
        ["a.greater_equal(N)"] = (a, n) => a.greater_equal(n),
        ["torch.true_divide(a, N)"] = (a, n) => torch.true_divide(a, n),
        ["torch.isin(a, N)"] = (a, n) => torch.isin(a, n),
        ["torch.isin(N, a)"] = (a, n) => torch.isin(n, a),
        ["torch.result_type(a, N)"] = (a, n) => torch.result_type(a, n),
        ["torch.result_type(N, a)"] = (a, n) => torch.result_type(n, a),
        ["torch.special.xlog1py(a, N)"] = (a, n) => torch.special.xlog1py(a, n),
        ["torch.special.zeta(N, a)"] = (a, n) => torch.special.zeta(n, a),
    };

    private static readonly Dictionary<string, Func<Given, object>> Calls = new()
    {
        ["a[i, 0]"] = x => x.A[x.I, 0],
        ["a[0, i]"] = x => x.A[0, x.I],
        ["a[i, 1:]"] = x => x.A[x.I, 1..],
        ["a[1:, i]"] = x => x.A[1.., x.I],
        ["a[i, ..., 2]"] = x => x.A[x.I, TensorIndex.Ellipsis, 2],
        ["a[mask, :2]"] = x => x.A[x.Mask, ..2],
        ["a[None, mask]"] = x => x.A[TensorIndex.None, x.Mask],
        ["a[one]"] = x => x.A[x.One],
        ["a[one, 1:]"] = x => x.A[x.One, 1..],
        ["a[one, one]"] = x => x.A[x.One, x.One],
        ["a[:, one]"] = x => x.A[TensorIndex.Colon, x.One],
        ["a[i, one]"] = x => x.A[x.I, x.One],
        ["a[i, None, 0]"] = x => x.A[x.I, TensorIndex.None, 0],
        ["a[mask, ..., i]"] = x => x.A[x.Mask, TensorIndex.Ellipsis, x.I],
        ["a[0, 5]"] = x => x.A[0, 5],
        ["a[0, 0, 0, 0]"] = x => x.A[0, 0, 0, 0],
        ["a[one, 5]"] = x => x.A[x.One, 5],
        ["a[i, 9]"] = x => x.A[x.I, 9],
        ["a[-1, -4]"] = x => x.A[-1, -4],
        ["b = a.expand(3, 4); b[1:] = 7; b"] = x => Put(x.A.expand(3, 4), b => b[1..] = 7),
        ["b = a.expand(3, 4); b[:, 1] = -1.5; b"] = x => Put(x.A.expand(3, 4), b => b[TensorIndex.Colon, 1] = -1.5),
        ["b = a.expand(3, 4); b[0] = a; b"] = x => Put(x.A.expand(3, 4), b => b[0] = x.A),
        ["b = torch.zeros(2, 4); b[0] = a.reshape(1, 1, 4); b"] = x => Put(torch.zeros(2, 4), b => b[0] = x.A.reshape(1, 1, 4)),
        ["b = torch.zeros(2, 4); b[i] = a.reshape(1, 1, 4); b"] = x => Put(torch.zeros(2, 4), b => b[x.I] = x.A.reshape(1, 1, 4)),
        ["b = torch.zeros(2, 4); b[mask] = a.reshape(1, 1, 1, 4); b"] = x => Put(torch.zeros(2, 4), b => b[x.Mask] = x.A.reshape(1, 1, 1, 4)),
        ["b = torch.zeros(2, 4); b[one] = a; b"] = x => Put(torch.zeros(2, 4), b => b[x.One] = x.A),
        ["b = torch.zeros(2, 4); b[one, one] = 5; b"] = x => Put(torch.zeros(2, 4), b => b[x.One, x.One] = 5),
        ["b = torch.zeros(2, 4); b[one][0] = 3; b"] = x => Put(torch.zeros(2, 4), b => b[x.One][0] = 3),
        ["b = torch.zeros(2, 4); b[0] = a.reshape(4, 1); b"] = x => Put(torch.zeros(2, 4), b => b[0] = x.A.reshape(4, 1)),
        ["b = torch.zeros(2, 4); b[False] = torch.zeros(7); b"] = x => Put(torch.zeros(2, 4), b => b[TensorIndex.Bool(false)] = torch.zeros(7)),
        ["str(a.to_sparse_csr())"] = x => x.A.to_sparse_csr().ToString(),
        ["str(a.to_sparse_csc())"] = x => x.A.to_sparse_csc().ToString(),
        ["str(a.double().to_sparse_csr())"] = x => x.A.@double().to_sparse_csr().ToString(),
        ["str(a.to_sparse_bsr((2, 2)))"] = x => x.A.to_sparse_bsr((2, 2)).ToString(),
        ["str(a.to_sparse_bsc((1, 2)))"] = x => x.A.to_sparse_bsc((1, 2)).ToString(),
        ["str((a * 0).to_sparse_csr())"] = x => (x.A * 0).to_sparse_csr().ToString(),
        ["str(a.to_sparse().requires_grad_())"] = x => x.A.to_sparse().requires_grad_().ToString(),
        ["str(a.rename('N', 'C'))"] = x => x.A.rename(["N", "C"]).ToString(),
        ["str(a.rename('N', None))"] = x => x.A.rename(["N", null!]).ToString(),
        ["str(a[0].rename('C'))"] = x => x.A[0].rename(["C"]).ToString(),
        ["str(torch.nn.Parameter(a))"] = x => new Parameter(x.A).ToString(),
        ["torch.sparse_coo_tensor(torch.tensor([[0, 1], [2, 0]]), a[0, :2], (2, 3), dtype=torch.float64).to_dense()"] = x =>
            torch.sparse_coo_tensor(Positions(), x.A[0, ..2], [2, 3], dtype: ScalarType.Float64).to_dense(),
        ["torch.sparse_coo_tensor(torch.tensor([[0, 1], [2, 0]]), a[0, :2], dtype=torch.float16).to_dense().float()"] = x =>
            torch.sparse_coo_tensor(Positions(), x.A[0, ..2], dtype: ScalarType.Float16).to_dense().@float(),
        ["b = a.clone().requires_grad_(); (b * 2).backward(torch.ones(2, 4)); b.grad"] = x =>
        {
            Tensor b = x.A.clone().requires_grad_();
            (b * 2).backward(torch.ones(2, 4));
            return b.grad!;
        },
        ["b = a.clone().requires_grad_(); (b * 2).requires_grad_(False)"] = x => (x.A.clone().requires_grad_() * 2).requires_grad_(false),
        ["b = a.clone().requires_grad_(); b.sum().backward(torch.ones(3))"] = x => Backward(x.A.clone().requires_grad_().sum(), torch.ones(3)),
        ["b = a.clone().requires_grad_(); torch.autograd.grad([b * 2], [b], [torch.ones(4)])"] = x =>
        {
            Tensor b = x.A.clone().requires_grad_();
            return torch.autograd.grad([b * 2], [b], [torch.ones(4)])[0];
        },
        ["b = a.clone().requires_grad_(); (b * 2).backward(torch.ones(2, 4, dtype=torch.complex64))"] = x =>
            Backward(x.A.clone().requires_grad_() * 2, torch.ones(2, 4, dtype: ScalarType.ComplexFloat32)),
        ["torch.set_printoptions(sci_mode=True); x = str(a); torch.set_printoptions(sci_mode=None); x"] = x =>
        {
            torch.set_printoptions(4, sci_mode: true);
            try
            {
                return x.A.ToString();
            }
            finally
            {
                torch.set_printoptions(PrintOptionsProfile.@default);
                torch.set_printoptions(floatFormat: "g5");
            }
        },
        ["torch.addmm(a, a, a)"] = x => torch.addmm(x.A, x.A, x.A),
        ["torch.addmm(a, a, a, beta=2, alpha=3)"] = x => torch.addmm(x.A, x.A, x.A, beta: 2, alpha: 3),
        ["torch.addmv(b, a, b)"] = x => torch.addmv(x.B, x.A, x.B),
        ["torch.addr(a, b, b, beta=2)"] = x => torch.addr(x.A, x.B, x.B, beta: 2),
        ["torch.addmm(a.double(), a.double(), a.double(), alpha=0.1)"] = x => torch.addmm(x.A.@double(), x.A.@double(), x.A.@double(), alpha: 0.1),
        ["a.double().norm(2.5)"] = x => x.A.@double().norm(2.5),
        ["a[:, :0].double().norm(float('inf'))"] = x => x.A[TensorIndex.Colon, ..0].@double().norm(double.PositiveInfinity),
        ["torch.norm(a.double(), 3.5)"] = x => torch.norm(x.A.@double(), 3.5),
        ["torch.dist(a.double(), b.double(), 0.3)"] = x => torch.dist(x.A.@double(), x.B.@double(), 0.3),
        ["torch.renorm(a.double(), 2.5, 0, 0.7)"] = x => torch.renorm(x.A.@double(), 2.5, 0, 0.7),
        ["torch.hamming_window(6, dtype=torch.float64)"] = _ => torch.hamming_window(6, dtype: ScalarType.Float64),
        ["torch.hamming_window(6, True, 0.6, 0.3, dtype=torch.float64)"] = _ => torch.hamming_window(6, true, 0.6f, 0.3f, dtype: ScalarType.Float64),
        ["torch.linspace(3, -3, 7, dtype=torch.uint8)"] = _ => torch.linspace(3, -3, 7, dtype: ScalarType.Byte),
        ["torch.logspace(0, 2, 3, dtype=torch.int16)"] = _ => torch.logspace(0, 2, 3, dtype: ScalarType.Int16),
        ["torch.vsplit(a, 2)[1]"] = x => torch.vsplit(x.A, 2)[1],
        ["torch.unbind(a)[1]"] = x => torch.unbind(x.A)[1],
        ["torch.count_nonzero(a, 1)"] = x => torch.count_nonzero(x.A, 1),
        ["a.moveaxis(0, 1)"] = x => x.A.moveaxis(0, 1),
        ["a.reshape(1, 2, 2, 1).to(memory_format=torch.channels_last)"] = x => x.A.reshape(1, 2, 2, 1).to(memory_format: torch.channels_last),
        ["torch.gradient(b.double(), spacing=0.5)[0]"] = x => torch.gradient(x.B.@double(), spacing: 0.5).First(),
        ["torch.autograd.functional.hessian(lambda x: ((x * x).sum() * x).sum(), a[0, 1].double(), vectorize=True)"] = x =>
            torch.autograd.functional.hessian(y => ((y * y).sum() * y).sum(), x.A[0, 1].@double(), vectorize: true),
    };

    [Fact]
    public void NumbersTakePartInPromotionAsInPython()
    {
        HashSet<string> met = [];
        foreach (JsonElement golden in Golden.Cases("core", "calls.json.gz").Where(golden => golden.TryGetProperty("number", out _)))
        {
            using DisposeScope scope = NewDisposeScope();
            string call = golden.GetProperty("call").GetString()!;
            JsonElement number = golden.GetProperty("number");
            Scalar scalar = number.TryGetInt64(out long whole) ? (Scalar)whole : (Scalar)number.GetDouble();
            Tensor a = Golden.Read(golden.GetProperty("inputs").GetProperty("a"));
            met.Add(call);
            Check(golden, $"{call}, N = {number}, a = {a}", () => Numbers[call](a, scalar));
        }

        Assert.Equal(Numbers.Count, met.Count);
    }

    [Fact]
    public void LiteralsAreNumbersNotTensors()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor bytes = torch.tensor(new byte[] { 200, 7 });
        Assert.Equal(ScalarType.Byte, (bytes & 300).dtype);
        Assert.Equal(ScalarType.Byte, (3L | bytes).dtype);
        Assert.Equal(ScalarType.Byte, (bytes << 1).dtype);
        Assert.Equal(ScalarType.Int64, torch.result_type(torch.tensor(true), 2));
        Assert.Equal(ScalarType.Float32, torch.rsub(bytes, 1.5).dtype);
        Assert.Equal(ScalarType.Float32, torch.true_divide(torch.tensor(1L), 2.0).dtype);
    }

    [Fact]
    public void CallsAnswerAsInPython() => CompareCalls(call => !TakesNames(call));

    [NamesFact]
    public void CallsOfNamedTensorsAnswerAsInPython() => CompareCalls(TakesNames);

    private static bool TakesNames(string call) => call.Contains(".rename(", StringComparison.Ordinal);

    private static void CompareCalls(Predicate<string> wanted)
    {
        HashSet<string> met = [];
        foreach (JsonElement golden in Golden.Cases("core", "calls.json.gz").Where(golden => !golden.TryGetProperty("number", out _)))
        {
            using DisposeScope scope = NewDisposeScope();
            string call = golden.GetProperty("call").GetString()!;
            if (!wanted(call))
            {
                continue;
            }

            var given = new Given(golden.GetProperty("inputs").EnumerateObject().ToDictionary(input => input.Name, input => Golden.Read(input.Value)));
            met.Add(call);
            Check(golden, call, () => Calls[call](given));
        }

        Assert.Equal(Calls.Keys.Count(call => wanted(call)), met.Count);
    }

    private static Tensor Positions() => torch.tensor(new long[,] { { 0, 1 }, { 2, 0 } });

    private static Tensor Backward(Tensor output, Tensor gradient)
    {
        output.backward(gradient);
        return output;
    }

    private static Tensor Put(Tensor target, Action<Tensor> write)
    {
        write(target);
        return target;
    }

    private static void Check(JsonElement golden, string what, Func<object> call)
    {
        if (golden.TryGetProperty("error", out JsonElement error))
        {
            Exception raised = Assert.ThrowsAny<TorchException>(call);
            Assert.True(error.GetString() != "IndexError" || raised is TorchIndexException, $"{what}: {raised.GetType().Name}, the oracle has an IndexError");
            return;
        }

        object result = call();
        if (golden.TryGetProperty("text", out JsonElement text))
        {
            Assert.Equal(text.GetString(), result);
        }
        else if (golden.TryGetProperty("type", out JsonElement type))
        {
            Assert.True(Golden.TypeOf(type.GetString()!) == (ScalarType)result, $"{what}: {result}, the oracle has {type}");
        }
        else
        {
            var tensor = (Tensor)result;
            Golden.AssertEqual(golden.GetProperty("result"), tensor, 1e-6, 1e-7, what);
            long[] strides = [.. golden.GetProperty("strides").EnumerateArray().Select(stride => stride.GetInt64())];
            Assert.True(strides.SequenceEqual(tensor.stride()), $"{what}: strides [{string.Join(", ", tensor.stride())}], the oracle has [{string.Join(", ", strides)}]");
        }
    }

    private sealed record Given(Dictionary<string, Tensor> Inputs)
    {
        public Tensor A => Inputs["a"];

        public Tensor B => Inputs["b"];

        public Tensor I => Inputs["i"];

        public Tensor One => Inputs["one"];

        public Tensor Mask => Inputs["mask"];
    }
}
