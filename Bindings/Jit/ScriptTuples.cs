using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// The typed tuples that results convert to: pairs of what scripts commonly give, triples that begin with two tensors or a tensor and a number,
/// and the nested ones of recurrent networks. A closed list, so that nothing is made by reflection.
/// </summary>
internal static class ScriptTuples
{
    private static readonly Dictionary<Type, (Type[] Parts, Func<object?[], object> Make)> Known = Build();

    private delegate void Adder(Dictionary<Type, (Type[] Parts, Func<object?[], object> Make)> known);

    /// <summary>A tuple of the type, or null where that type is not on the list or an item does not convert.</summary>
    internal static object? Make(object?[] items, Type target)
    {
        if (!Known.TryGetValue(target, out var shape) || shape.Parts.Length != items.Length)
        {
            return null;
        }

        var parts = new object?[items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            if (!ScriptConversion.TryConvert(items[i], shape.Parts[i], out parts[i]))
            {
                return null;
            }
        }

        return shape.Make(parts);
    }

    private static Dictionary<Type, (Type[] Parts, Func<object?[], object> Make)> Build()
    {
        var known = new Dictionary<Type, (Type[] Parts, Func<object?[], object> Make)>();
        Adder[] adders =
        [
            PairsOf<Tensor>, PairsOf<Tensor[]>, PairsOf<Scalar>, PairsOf<long>, PairsOf<double>, PairsOf<bool>, PairsOf<string>, PairsOf<object>,
            Pair<Tensor, (Tensor, Tensor)>, Pair<Tensor, (Tensor, Tensor, Tensor)>, Pair<(Tensor, Tensor), Tensor>,
            Pair<(Tensor, Tensor), (Tensor, Tensor)>, Pair<Tensor, Dictionary<string, Tensor>>, Pair<Dictionary<string, Tensor>, Tensor>,
            TriplesOf<Tensor, Tensor>, TriplesOf<Tensor, long>, TriplesOf<Tensor, double>, TriplesOf<Tensor, string>, TriplesOf<object, object>,
            Triple<long, long, long>, Triple<double, double, double>,
        ];
        foreach (Adder add in adders)
        {
            add(known);
        }

        // What attention gives.
        known[typeof(Tuple<Tensor, Tensor>)] = ([typeof(Tensor), typeof(Tensor)], items => Tuple.Create((Tensor)items[0]!, (Tensor)items[1]!));
        return known;
    }

    private static void PairsOf<T>(Dictionary<Type, (Type[] Parts, Func<object?[], object> Make)> known)
    {
        Pair<T, Tensor>(known);
        Pair<T, Tensor[]>(known);
        Pair<T, Scalar>(known);
        Pair<T, long>(known);
        Pair<T, double>(known);
        Pair<T, bool>(known);
        Pair<T, string>(known);
        Pair<T, object>(known);
    }

    private static void TriplesOf<T1, T2>(Dictionary<Type, (Type[] Parts, Func<object?[], object> Make)> known)
    {
        Triple<T1, T2, Tensor>(known);
        Triple<T1, T2, Scalar>(known);
        Triple<T1, T2, long>(known);
        Triple<T1, T2, double>(known);
        Triple<T1, T2, string>(known);
        Triple<T1, T2, object>(known);
    }

    private static void Pair<T1, T2>(Dictionary<Type, (Type[] Parts, Func<object?[], object> Make)> known) =>
        known[typeof((T1, T2))] = ([typeof(T1), typeof(T2)], items => ((T1)items[0]!, (T2)items[1]!));

    private static void Triple<T1, T2, T3>(Dictionary<Type, (Type[] Parts, Func<object?[], object> Make)> known) =>
        known[typeof((T1, T2, T3))] = ([typeof(T1), typeof(T2), typeof(T3)], items => ((T1)items[0]!, (T2)items[1]!, (T3)items[2]!));
}
