using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Torch;

/// <summary>torch.lobpcg against Python's (tests/golden/lobpcg/lobpcg.py) and against linalg.eigh.</summary>
public sealed class LobpcgTests
{
    private static readonly JsonElement[] Cases = [.. OracleFile.Read("lobpcg", "lobpcg.json.gz").EnumerateArray()];

    public static TheoryData<string> Names => [.. Cases.Select(one => one.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Eigenpairs_and_gradients_are_Pythons(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement golden = Cases.First(one => one.GetProperty("name").GetString() == name);
        Tensor a = Golden.Read(golden.GetProperty("A"));
        bool exact = a.dtype == ScalarType.Float64;
        double tol = golden.GetProperty("tol").GetDouble();
        a.requires_grad_(golden.TryGetProperty("A.grad", out JsonElement gradient));
        Tensor? b = golden.TryGetProperty("B", out JsonElement metric) ? Golden.Read(metric) : null;
        (Tensor e, Tensor u) = torch.lobpcg(
            golden.GetProperty("sparse").GetBoolean() ? a.to_sparse() : a, golden.GetProperty("k").GetInt64(), b, Golden.Read(golden.GetProperty("X")),
            iK: golden.TryGetProperty("iK", out JsonElement inverse) ? Golden.Read(inverse) : null, tol: tol,
            largest: golden.GetProperty("largest").GetBoolean(),
            method: Enum.Parse<torch.LobpcgMethod>(golden.GetProperty("method").GetString()!));

        // Two ends of one iteration, each within the tolerance: eigenvalues are off by its square, vectors by itself over their gap.
        double close = exact ? Math.Max(1e-9, tol) : 1e-3;
        Golden.AssertEqual(golden.GetProperty("E"), e, close, close, $"{name}: eigenvalues");
        Tensor expected = Golden.Read(golden.GetProperty("U"));
        Tensor sign = (u * expected).sum(-2, true).sign();
        double angle = exact ? Math.Max(1e-6, tol * 1e2) : 2e-2;
        Assert.True((u * sign).allclose(expected, angle, angle), $"{name}: {u * sign}, Python has {expected}");
        Tensor products = u.mT.matmul(b is null ? u : b.matmul(u));
        Assert.True(products.allclose(eye(u.size(-1), dtype: u.dtype).expand_as(products), 1e-3, exact ? 1e-9 : 1e-4), $"{name}: {products}");
        if (gradient.ValueKind == JsonValueKind.Object)
        {
            Tensor weights = linspace(-1, 1, u.numel(), u.dtype).reshape(u.shape);
            ((e * arange(1, e.size(-1) + 1, u.dtype)).sum() + (u.pow(2) * weights).sum()).backward();
            Golden.AssertEqual(gradient, a.grad!, 1e-5, 1e-6, $"{name}: gradient");
        }
    }

    [Fact]
    public void The_values_are_those_of_eigh()
    {
        using DisposeScope scope = NewDisposeScope();
        torch.manual_seed(4);
        foreach (ScalarType dtype in new[] { ScalarType.Float32, ScalarType.Float64, ScalarType.ComplexFloat64 })
        {
            Tensor half = randn([50, 50], dtype);
            Tensor a = half.matmul(half.mH) + (eye(50, dtype: dtype) * 5);
            Tensor all = linalg.eigvalsh(a);
            foreach (bool largest in new[] { true, false })
            {
                (Tensor e, Tensor u) = torch.lobpcg(a, 4, largest: largest, n: 6);
                Tensor expected = largest ? all.flip(0).narrow(0, 0, 4) : all.narrow(0, 0, 4);
                Assert.True(e.allclose(expected, 1e-4, 1e-4), $"{dtype}: {e} and {expected}");
                Assert.True(a.matmul(u).allclose(u * e, 1e-2, dtype == ScalarType.Float32 ? 5e-2 : 1e-4));
            }
        }
    }

    [Theory]
    [InlineData(torch.LobpcgMethod.basic)]
    [InlineData(torch.LobpcgMethod.ortho)]
    public void A_metric_gives_the_values_of_the_problem_without_it(torch.LobpcgMethod method)
    {
        using DisposeScope scope = NewDisposeScope();
        torch.manual_seed(8);
        Tensor half = randn([30, 30], ScalarType.Float64), other = randn([30, 30], ScalarType.Float64);
        Tensor a = half.matmul(half.mT) + eye(30, dtype: ScalarType.Float64);
        Tensor b = other.matmul(other.mT) + (eye(30, dtype: ScalarType.Float64) * 20);
        Tensor root = linalg.inv(linalg.cholesky(b));
        Tensor all = linalg.eigvalsh(root.matmul(a).matmul(root.mT));
        (Tensor e, Tensor u) = torch.lobpcg(a, 3, b, tol: 1e-9, method: method);
        Assert.True(e.allclose(all.flip(0).narrow(0, 0, 3), 1e-7, 1e-7), $"{e} and {all}");
        Assert.True(a.matmul(u).allclose(b.matmul(u) * e, 1e-4, 1e-4));
        Assert.True(u.mT.matmul(b).matmul(u).allclose(eye(3, dtype: ScalarType.Float64), 1e-7, 1e-7));
    }

    [Fact]
    public void Gradients_agree_with_differences_and_flow_once()
    {
        using DisposeScope scope = NewDisposeScope();
        torch.manual_seed(5);
        Tensor half = randn([8, 8], ScalarType.Float64);
        Tensor a = (half.matmul(half.mT) + diag(arange(8, dtype: ScalarType.Float64) * 3)).requires_grad_();
        Tensor start = linalg.eigh(a.detach()).Item2.narrow(1, 6, 2).contiguous();
        Func<Tensor, Tensor> values = matrix =>
        {
            (Tensor e, Tensor u) = torch.lobpcg(matrix, 2, X: start, tol: 1e-14, niter: 60);
            return cat([e, u.pow(2).reshape(-1)], 0);
        };
        Assert.True(autograd.gradcheck(values, a, atol: 1e-4));
        Tensor slope = autograd.grad([values(a).sum()], [a], create_graph: true)[0];
        Assert.Contains("twice", Assert.ThrowsAny<Exception>(() => slope.sum().backward()).Message, StringComparison.Ordinal);
        Tensor metric = eye(8, dtype: ScalarType.Float64);
        (Tensor value, _) = torch.lobpcg(a, 2, metric);
        Assert.Throws<NotSupportedException>(() => value.sum().backward());
    }

    [Fact]
    public void Limits_and_mistakes()
    {
        using DisposeScope scope = NewDisposeScope();
        torch.manual_seed(6);
        Tensor a = diag(arange(1, 31, ScalarType.Float64));
        Tensor start = randn([30, 2], ScalarType.Float64);
        Assert.False(torch.lobpcg(a, 2, X: start, niter: 2).E.allclose(tensor(new[] { 30.0, 29 }), 1e-6, 1e-6));
        Assert.True(torch.lobpcg(a, 2, X: start, niter: -1, tol: 1e-9).E.allclose(tensor(new[] { 30.0, 29 }), 1e-12, 1e-12));
        Assert.Equal([0, 2], torch.lobpcg(zeros([0, 6, 6]), 2).E.shape);
        Assert.Contains("3 x", Assert.Throws<ArgumentException>(() => torch.lobpcg(a, 11)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => torch.lobpcg(ones(3, 4)));
        Assert.Throws<ArgumentException>(() => torch.lobpcg(a, B: ones(3, 3)));
        Assert.Throws<ArgumentException>(() => torch.lobpcg(a, X: ones(3, 3)));
        Assert.Throws<ArgumentException>(() => torch.lobpcg(a, 3, n: 2));

        // The draws are Python's: a start that is drawn is the generator's next numbers.
        torch.manual_seed(7);
        Tensor drawn = torch.lobpcg(a, 2).X;
        torch.manual_seed(7);
        Assert.True(drawn.Equals(torch.lobpcg(a, 2, X: randn([30, 2], ScalarType.Float64)).X));
    }
}
