using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.parametrizations;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>Orthogonal matrices from unconstrained ones; see <see cref="orthogonal"/>.</summary>
internal sealed class OrthogonalParametrization : nn.Module<Tensor, Tensor>, nn.utils.parametrize.IRightInverse<Tensor>
{
    private readonly OrthogonalMap _map;
    private readonly bool _aroundBase;
    private readonly long[] _shape;

    internal OrthogonalParametrization(Tensor weight, OrthogonalMap map, bool use_trivialization)
        : base("_Orthogonal")
    {
        if (is_complex(weight.dtype) && map == OrthogonalMap.householder)
        {
            throw new ArgumentException("The householder map is for real matrices; take matrix_exp or cayley for complex ones.", nameof(map));
        }

        _map = map;
        _aroundBase = use_trivialization;
        _shape = weight.shape;
    }

    internal override string TypeName => GetName();

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var wide = input.size(-2) < input.size(-1);
        var x = wide ? aten.transpose_int(input, -2, -1) : input;
        var orthogonal = _map == OrthogonalMap.householder ? Reflections(x) : OfSkew(x);
        if (get_buffer("base") is { } origin)
        {
            orthogonal = aten.matmul(origin, orthogonal);
        }

        return (wide ? aten.transpose_int(orthogonal, -2, -1) : orthogonal).MoveToOuterDisposeScope();
    }

    /// <summary>What gives an orthogonal matrix; with a base, the matrix becomes the base, made orthogonal first where it is not.</summary>
    /// <exception cref="InvalidOperationException">The shape differs, or the map cannot be inverted without a base.</exception>
    public Tensor right_inverse(Tensor value)
    {
        if (!value.shape.AsSpan().SequenceEqual(_shape))
        {
            throw new InvalidOperationException($"The matrix has shape {Repr.Shape(_shape)}, not {Repr.Shape(value)}.");
        }

        using var guard = no_grad();
        using var scope = NewDisposeScope();
        var wide = value.size(-2) < value.size(-1);
        var q = wide ? aten.transpose_int(value, -2, -1) : value;
        return (_aroundBase ? AroundBase(value, q) : OfReflections(q, wide)).MoveToOuterDisposeScope();
    }

    private static Tensor Reflections(Tensor x)
    {
        var vectors = aten.tril(x, -1);
        var lengths = aten.sum_dim_IntList(aten.mul_Tensor(vectors, vectors), [-2]);
        var tau = aten.mul_Scalar(aten.reciprocal(aten.add_Scalar(lengths, 1)), 2);
        var product = aten.linalg_householder_product(vectors, tau);
        // The signs of the columns lie on the diagonal and get no gradient.
        var signs = aten.unsqueeze(aten.trunc(aten.detach(aten.diagonal(x, 0, -2, -1))), -2);
        return aten.mul_Tensor(product, signs);
    }

    private static Tensor OfReflections(Tensor q, bool wide)
    {
        var (vectors, tau) = aten.geqrf(q);
        var diagonal = aten.diagonal(vectors, 0, -2, -1);
        aten.sign_(diagonal);
        // Where there was nothing to reflect the sign is the other way round.
        using var none = aten.eq_Scalar(tau, 0);
        aten.copy_(diagonal, aten.where_self(none, aten.neg(diagonal), diagonal));
        return wide ? aten.transpose_int(vectors, -2, -1) : vectors;
    }

    private static Tensor Orthogonalized(Tensor matrix)
    {
        var (vectors, tau) = aten.geqrf(matrix);
        var q = aten.linalg_householder_product(vectors, tau);
        return aten.mul_Tensor(q, aten.unsqueeze(aten.sgn(aten.diagonal(vectors, 0, -2, -1)), -2));
    }

    private static bool IsOrthogonal(Tensor q)
    {
        var product = aten.matmul(aten.mH(q), q);
        var identity = eye(q.size(-1), dtype: q.dtype, device: q.device);
        var tolerance = 10 * q.size(-2) * (q.dtype is ScalarType.Float64 or ScalarType.ComplexFloat64 ? Math.Pow(2, -52) : Math.Pow(2, -23));
        return aten.allclose(product, aten.expand(identity, product.shape), 1e-5, tolerance);
    }

    private Tensor OfSkew(Tensor x)
    {
        var (n, k) = (x.size(-2), x.size(-1));
        var lower = aten.tril(x);
        if (n != k)
        {
            long[] missing = [.. x.shape[..^2], n, n - k];
            lower = aten.cat([lower, aten.new_zeros(lower, missing)], -1);
        }

        var skew = aten.sub_Tensor(lower, aten.mH(lower));
        var q = _map == OrthogonalMap.matrix_exp ? aten.linalg_matrix_exp(skew) : Cayley(skew, n);
        return n == k ? q : aten.slice_Tensor(q, -1, 0, k);
    }

    private static Tensor Cayley(Tensor skew, long n)
    {
        var identity = eye(n, dtype: skew.dtype, device: skew.device);
        return aten.linalg_solve(aten.sub_Tensor(identity, skew, 0.5), aten.add_Tensor(identity, skew, 0.5));
    }

    private Tensor AroundBase(Tensor value, Tensor q)
    {
        var (n, k) = (q.size(-2), q.size(-1));
        if (n != k)
        {
            long[] missing = [.. q.shape[..^2], n, n - k];
            q = Orthogonalized(aten.cat([q, aten.randn(missing, q.dtype, null, q.device)], -1));
        }
        else
        {
            q = IsOrthogonal(q) ? aten.clone(q) : Orthogonalized(q);
        }

        ConditionallyRegisterBuffer("base", q);
        var start = aten.zeros_like(value);
        aten.fill__Scalar(aten.diagonal(start, 0, -2, -1), -1);
        return start;
    }
}
