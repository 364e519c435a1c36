using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What a script gave, as the type that the caller asks for.</summary>
internal static class ScriptConversion
{
    /// <summary>Converts a result.</summary>
    /// <typeparam name="T">The type asked for.</typeparam>
    /// <param name="result">What came.</param>
    /// <param name="what">What gave it, for the message.</param>
    /// <exception cref="InvalidCastException">It does not convert.</exception>
    internal static T To<T>(object? result, string what)
    {
        if (result is T as_is)
        {
            return as_is;
        }

        if (result is null && default(T) is null)
        {
            return default!;
        }

        return result is not null && TryConvert(result, typeof(T), out var converted) && converted is T done
            ? done
            : throw new InvalidCastException(
                $"{what} gave {Describe(result)}, which does not become a {typeof(T)}; ask for object to get it as it came");
    }

    /// <summary>Converts where it is possible without loss.</summary>
    internal static bool TryConvert(object? value, Type target, out object? converted)
    {
        converted = value;
        if (value is null)
        {
            return !target.IsValueType || Nullable.GetUnderlyingType(target) is not null;
        }

        if (target.IsInstanceOfType(value))
        {
            return true;
        }

        target = Nullable.GetUnderlyingType(target) ?? target;
        converted = value switch
        {
            Scalar number => FromNumber(number, target),
            long[] items => FromLongs(items, target),
            double[] items => FromDoubles(items, target),
            bool[] items when target == typeof(List<bool>) => items.ToList(),
            System.Collections.IDictionary dictionary => ScriptDictionaries.Convert(dictionary, target),
            ITuple tuple => FromItems([.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])], target),
            Array items => FromItems([.. items.Cast<object?>()], target),
            _ => null,
        };
        return converted is not null;
    }

    private static object? FromNumber(Scalar number, Type target) => number.Kind switch
    {
        ValueTag.Bool when target == typeof(bool) => number.AsBool(),
        ValueTag.Int when target == typeof(long) => number.AsLong(),
        ValueTag.Int when target == typeof(int) && number.AsLong() is >= int.MinValue and <= int.MaxValue => (int)number.AsLong(),
        ValueTag.Int or ValueTag.Double when target == typeof(double) => number.AsDouble(),
        ValueTag.Int or ValueTag.Double when target == typeof(float) => (float)number.AsDouble(),
        ValueTag.Complex or ValueTag.Double or ValueTag.Int when target == typeof(Complex) => number.AsComplex(),
        _ => null,
    };

    private static object? FromLongs(long[] items, Type target) =>
        target == typeof(List<long>) ? items.ToList()
        : target == typeof(int[]) && items.All(item => item is >= int.MinValue and <= int.MaxValue) ? Array.ConvertAll(items, item => (int)item)
        : target == typeof(double[]) ? Array.ConvertAll(items, item => (double)item)
        : target == typeof(Scalar[]) ? Array.ConvertAll(items, item => (Scalar)item)
        : null;

    private static object? FromDoubles(double[] items, Type target) =>
        target == typeof(List<double>) ? items.ToList()
        : target == typeof(float[]) ? Array.ConvertAll(items, item => (float)item)
        : target == typeof(Scalar[]) ? Array.ConvertAll(items, item => (Scalar)item)
        : null;

    private static object? FromItems(object?[] items, Type target)
    {
        if (target == typeof(object[]))
        {
            return items;
        }

        if (target == typeof(Tensor[]) || target == typeof(List<Tensor>))
        {
            return Each<Tensor>(items, target);
        }

        if (target == typeof(string[]) || target == typeof(List<string>))
        {
            return Each<string>(items, target);
        }

        return ScriptTuples.Make(items, target);
    }

    private static object? Each<T>(object?[] items, Type target)
    {
        if (!items.All(item => item is T))
        {
            return null;
        }

        T[] typed = [.. items.Cast<T>()];
        return target.IsArray ? typed : typed.ToList();
    }

    private static string Describe(object? result) => result switch
    {
        null => "None",
        Scalar number => $"the number {number}",
        ITuple tuple => $"a tuple of {tuple.Length}",
        _ => $"a {result.GetType()}",
    };
}
