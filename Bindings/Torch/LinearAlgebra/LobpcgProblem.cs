using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What torch.lobpcg is asked for, checked; matrices of a batch are solved one by one.</summary>
internal sealed class LobpcgProblem
{
    private readonly long[] _batch;
    private readonly long _rows;
    private readonly long _wanted;
    private readonly long _columns;
    private readonly ScalarType _dtype;
    private readonly Device _device;
    private readonly Tensor? _b;
    private readonly Tensor? _x;
    private readonly Tensor? _k;

    private LobpcgProblem(Tensor a, Tensor? b, Tensor? x, Tensor? k, long wanted, long columns)
    {
        _batch = a.shape[..^2];
        _rows = a.size(-1);
        (_wanted, _columns) = (wanted, columns);
        _dtype = a.is_floating_point() || a.is_complex() ? a.dtype : ScalarType.Float32;
        _device = a.device;
        (_b, _x, _k) = (b, x, k);
    }

    /// <exception cref="ArgumentException">Shapes do not fit.</exception>
    public static LobpcgProblem Of(Tensor a, Tensor? b, Tensor? x, Tensor? iK, long? k, long? n)
    {
        if (a.dim() < 2 || a.size(-1) != a.size(-2))
        {
            throw new ArgumentException($"lobpcg takes square matrices, not A of shape {Repr.Shape(a)}.", "A");
        }

        if (b is not null && !b.shape.AsSpan().SequenceEqual(a.shape))
        {
            throw new ArgumentException($"lobpcg takes B of A's shape {Repr.Shape(a)}, not of {Repr.Shape(b)}.", "B");
        }

        long columns = x is null ? n ?? k ?? 1 : x.size(-1);
        long wanted = k ?? columns;
        if (x is not null && (!x.shape.AsSpan().SequenceEqual([.. a.shape[..^1], columns]) || (n ?? columns) != columns))
        {
            throw new ArgumentException($"lobpcg takes X of (*, {a.size(-1)}, n) with A's batch, not of shape {Repr.Shape(x)}.", "X");
        }

        if (wanted < 1 || wanted > columns)
        {
            throw new ArgumentException($"lobpcg finds from 1 to n = {columns} eigenvalues, not k = {wanted}.", "k");
        }

        if (a.size(-1) < 3 * columns)
        {
            throw new ArgumentException(
                $"LOBPCG is not applicable when the number of A rows (={a.size(-1)}) is smaller than 3 x the number of requested eigenpairs "
                + $"(={columns}): use linalg.eigh.",
                "A");
        }

        return new LobpcgProblem(a, b, x, iK, wanted, columns);
    }

    public (Tensor values, Tensor vectors) Solve(Tensor a, double? tol, bool largest, LobpcgMethod method, long iterations)
    {
        double precision = _dtype is ScalarType.Float64 or ScalarType.ComplexFloat64 ? 2.23e-16 : 1.2e-7;
        var limits = (tolerance: tol ?? Math.Sqrt(precision), iterations);
        if (_batch.Length == 0)
        {
            return One(a, _b, _x, _k).Run(_wanted, limits.iterations, limits.tolerance);
        }

        long count = _batch.Aggregate(1L, (product, size) => product * size);
        if (count == 0)
        {
            return (zeros([.. _batch, _wanted], RealType, _device), zeros([.. _batch, _rows, _wanted], _dtype, _device));
        }

        Tensor matrices = a.reshape(-1, _rows, _rows);
        Tensor? metrics = _b?.reshape(-1, _rows, _rows), starts = _x?.reshape(-1, _rows, _columns);
        Tensor? preconditioners = _k is { } k && k.dim() > 2 ? k.reshape(-1, _rows, _rows) : null;
        List<Tensor> values = [], vectors = [];
        for (long i = 0; i < count; i++)
        {
            (Tensor e, Tensor x) = One(matrices[i], metrics?[i], starts?[i], preconditioners?[i] ?? _k).Run(
                _wanted, limits.iterations, limits.tolerance);
            values.Add(e);
            vectors.Add(x);
        }

        return (stack(values, 0).reshape([.. _batch, _wanted]), stack(vectors, 0).reshape([.. _batch, _rows, _wanted]));

        LobpcgIteration One(Tensor matrix, Tensor? b, Tensor? x, Tensor? k) => new(
            matrix.to(_dtype), b?.detach().to(_dtype), (x?.detach() ?? randn([_rows, _columns], _dtype, _device)).to(_dtype), k?.detach().to(_dtype),
            largest, method);
    }

    private ScalarType RealType => _dtype switch
    {
        ScalarType.ComplexFloat64 => ScalarType.Float64,
        ScalarType.ComplexFloat32 => ScalarType.Float32,
        var real => real,
    };
}
