using System.Reflection;
using TorchSharp;
using static TorchSharp.torch;

namespace Fuzzing.Operators;

/// <summary>
/// Random arguments for one call. Most fit together, so that calls get past the first check; some are of another shape, type or layout, and
/// some numbers are absurd.
/// </summary>
internal sealed class Arguments
{
    private static readonly string[] Words = ["mean", "sum", "none", "constant", "reflect", "linear", "bilinear", "nearest", "border", "zeros", "trunc", "floor", "fro", "nuc", "ij", "xy", "ij,jk->ik", "L", "U", "reduced", "complete", "r", "tanh", "amax", "prod", "left", "", "\0", "größe"];
    private static readonly long[] Wild = [long.MinValue, long.MaxValue, -1L << 40, 1L << 40, 1L << 62, int.MinValue, -1000, 1000];
    private static readonly double[] WildNumbers = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300, -1e300, 1e-300, double.Epsilon, 1L << 40];
    private static readonly ScalarType[] Types =
    [
        ScalarType.Float32, ScalarType.Float32, ScalarType.Float32, ScalarType.Float32, ScalarType.Float64, ScalarType.Float64, ScalarType.Int64,
        ScalarType.Int64, ScalarType.Int32, ScalarType.Byte, ScalarType.Int8, ScalarType.Int16, ScalarType.Bool, ScalarType.Float16,
        ScalarType.BFloat16, ScalarType.ComplexFloat32, ScalarType.ComplexFloat64,
    ];

    private static readonly HashSet<Type> Plain =
    [
        typeof(Tensor), typeof(long), typeof(int), typeof(double), typeof(float), typeof(byte), typeof(char), typeof(bool), typeof(Scalar), typeof(string), typeof(Device),
        typeof(Generator), typeof(TensorIndex), typeof(Size), typeof(Index), typeof(Range),
    ];

    private readonly Random random;
    private readonly long[] shape;
    private readonly ScalarType type;

    public Arguments(int seed)
    {
        random = new Random(seed);
        shape = Shape();
        type = Pick(Types);
    }

    /// <summary>One argument for each parameter.</summary>
    public object?[] For(Operator called) => [.. called.IsOfTensor ? [Tensor("this")] : (object?[])[], .. called.Parameters.Select(Argument)];

    /// <summary>Whether a value of this type can be made.</summary>
    public static bool CanMake(Type wanted) => Nullable.GetUnderlyingType(wanted) is { } inner ? CanMake(inner)
        : wanted.IsByRefLike ? CanMake(wanted.GetGenericArguments()[0])
        : wanted.IsArray ? wanted.GetArrayRank() == 1 && CanMake(wanted.GetElementType()!)
        : ListElement(wanted) is { } element ? CanMake(element)
        : wanted.IsEnum || Plain.Contains(wanted) || (IsTuple(wanted) && wanted.GetGenericArguments().All(CanMake));

    private object? Argument(ParameterInfo parameter)
    {
        var wanted = parameter.ParameterType;
        if (Nullable.GetUnderlyingType(wanted) is { } inner)
        {
            return Chance(2) ? null : Value(inner, parameter.Name!);
        }

        var optional = !wanted.IsValueType && new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable;
        return optional && Chance(2) ? null : Value(wanted, parameter.Name!);
    }

    private object Value(Type wanted, string name) => wanted switch
    {
        _ when wanted == typeof(Tensor) => Tensor(name),
        _ when wanted == typeof(long) => Whole(name),
        _ when wanted == typeof(double) => Number(),
        _ when wanted == typeof(bool) => Chance(2),
        _ when wanted == typeof(Scalar) => Scalar(),
        _ when wanted == typeof(string) => Pick(Words),
        _ when wanted == typeof(ScalarType) => Chance(3) ? Pick(Types) : type,
        _ when wanted == typeof(Layout) => Chance(4) ? Pick(Enum.GetValues<Layout>()) : default,
        _ when wanted == typeof(MemoryFormat) => Pick(Enum.GetValues<MemoryFormat>()),
        _ when wanted == typeof(Device) => Chance(20) ? META : CPU,
        _ when wanted == typeof((long, Device)) => (random.NextInt64(4), CPU),
        _ when wanted == typeof(int) => (int)Math.Clamp(Whole(name), int.MinValue, int.MaxValue),
        _ when wanted == typeof(float) => (float)Number(),
        _ when wanted == typeof(byte) => (byte)random.Next(256),
        _ when wanted == typeof(char) => Pick(Words).FirstOrDefault('L'),
        _ when wanted == typeof(TensorIndex) => Place(),
        _ when wanted == typeof(Size) => new Size(Shape()),
        _ when wanted == typeof(Index) => new Index(random.Next(5), Chance(2)),
        _ when wanted == typeof(Range) => new Range(new Index(random.Next(5), Chance(2)), new Index(random.Next(5), Chance(2))),
        _ when wanted.IsEnum => Pick(Enum.GetValues(wanted).Cast<object>().ToArray()),
        _ when IsTuple(wanted) => Activator.CreateInstance(wanted, [.. wanted.GetGenericArguments().Select(part => Value(part, name))])!,
        _ when ListElement(wanted) is { } element => wanted.IsInterface ? Several(element, name) : Activator.CreateInstance(wanted, Several(element, name))!,
        _ when wanted == typeof(Generator) => new Generator((ulong)random.Next()),
        _ when wanted.IsByRefLike => Several(wanted.GetGenericArguments()[0], name),
        _ when wanted.IsArray => Several(wanted.GetElementType()!, name),
        _ => throw new NotSupportedException($"No random {wanted} is known."),
    };

    private static bool IsTuple(Type wanted) => wanted.IsValueType && wanted.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal);

    private static Type? ListElement(Type wanted) =>
        wanted.IsGenericType && wanted.GetGenericTypeDefinition() is var list
        && (list == typeof(IEnumerable<>) || list == typeof(IList<>) || list == typeof(IReadOnlyList<>) || list == typeof(List<>))
            ? wanted.GetGenericArguments()[0]
            : null;

    private TensorIndex Place() => random.Next(8) switch
    {
        0 => TensorIndex.Ellipsis,
        1 => TensorIndex.None,
        2 => TensorIndex.Null,
        3 => TensorIndex.Colon,
        4 => TensorIndex.Bool(Chance(2)),
        5 => TensorIndex.Slice(Chance(2) ? null : Whole("dim"), Chance(2) ? null : Whole("dim"), Chance(2) ? null : Whole("step")),
        6 => TensorIndex.Tensor(Tensor("indices")),
        _ => TensorIndex.Single(Whole("dim")),
    };

    private Array Several(Type element, string name)
    {
        var sizes = name.Contains("size") || name.Contains("shape") || name.Contains("stride");
        var count = Chance(10) ? random.Next(6) : element == typeof(long) && (sizes || name.Contains("dim")) ? random.Next(shape.Length + 1) : random.Next(1, 4);
        var array = Array.CreateInstance(element, count);
        for (var i = 0; i < count; i++)
        {
            array.SetValue(sizes && element == typeof(long) && !Chance(8) ? random.NextInt64(5) : Value(element, name), i);
        }

        return array;
    }

    private long Whole(string name) =>
        Chance(12) ? Pick(Wild) : name.Contains("dim") || name.Contains("axis") ? random.Next(-shape.Length - 1, shape.Length + 1) : random.Next(-2, 7);

    private double Number() => Chance(8) ? Pick(WildNumbers) : Chance(2) ? random.NextDouble() : (random.NextDouble() * 20) - 10;

    private Scalar Scalar() => random.Next(4) switch
    {
        0 => random.Next(-3, 10),
        1 => Chance(2),
        _ => Number(),
    };

    private Tensor Tensor(string name)
    {
        var indices = name.Contains("ind") || name.Contains("target") || name.Contains("offset") || name.Contains("length") || name.Contains("bins");
        var mine = Chance(6) ? Shape() : shape;
        var kind = indices && !Chance(8) ? ScalarType.Int64 : Chance(8) ? Pick(Types) : type;
        var made = Fill(mine, kind);
        return random.Next(24) switch
        {
            0 when mine.Length > 1 => made.transpose(0, mine.Length - 1),
            1 when mine.Length > 0 => made.flip(0),
            2 => made.unsqueeze(0).expand([3, .. mine]),
            3 => made.to_sparse(),
            4 when kind == ScalarType.Float32 => torch.quantize_per_tensor(made.nan_to_num(0, 1, -1), 0.1, 3, ScalarType.QUInt8),
            5 when mine.Length > 0 && mine[0] > 1 => made[1..],
            6 => torch.empty(mine, dtype: kind, device: META),
            7 when made.is_floating_point() => made.requires_grad_(),
            8 when mine.Length == 2 => made.to_sparse_csr(),
            9 => Nested(mine, kind),
            _ => made,
        };
    }

    private Tensor Nested(long[] sizes, ScalarType kind)
    {
        var parts = new Tensor[random.Next(4)];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Fill([.. sizes.Select(size => Chance(3) ? random.NextInt64(5) : size)], kind);
        }

        var made = nested.nested_tensor(parts, requires_grad: Chance(4) && parts.Length > 0 && parts[0].is_floating_point());
        return Chance(4) && made.dim() > 2 ? made.transpose(1, (int)made.dim() - 1) : made;
    }

    private Tensor Fill(long[] sizes, ScalarType kind)
    {
        var values = new double[sizes.Aggregate(1L, (product, size) => product * size)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Chance(30) ? Pick(WildNumbers) : Chance(2) ? random.Next(-2, 5) : (random.NextDouble() * 4) - 2;
        }

        return torch.tensor(values).reshape(sizes).to_type(kind);
    }

    private long[] Shape()
    {
        var sizes = new long[random.Next(5)];
        for (var i = 0; i < sizes.Length; i++)
        {
            sizes[i] = Chance(12) ? 0 : Chance(4) ? 1 : random.Next(2, 6);
        }

        return sizes;
    }

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
