namespace Lightning;

/// <summary>Takes lists apart as Python does: <c>var (opt_g, opt_d) = optimizers();</c>, <c>var (train, val) = random_split(data, [0.8, 0.2]);</c>.</summary>
public static class Unpacking
{
    /// <summary>Takes a list of two apart.</summary>
    /// <exception cref="ArgumentException">It holds another number of items.</exception>
    public static void Deconstruct<T>(this IReadOnlyList<T> items, out T first, out T second)
    {
        Check(items, 2);
        (first, second) = (items[0], items[1]);
    }

    /// <summary>Takes a list of three apart.</summary>
    /// <exception cref="ArgumentException">It holds another number of items.</exception>
    public static void Deconstruct<T>(this IReadOnlyList<T> items, out T first, out T second, out T third)
    {
        Check(items, 3);
        (first, second, third) = (items[0], items[1], items[2]);
    }

    private static void Check<T>(IReadOnlyList<T> items, int variables)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count != variables)
        {
            throw new ArgumentException($"A list of {items.Count} cannot be unpacked into {variables} variables.", nameof(items));
        }
    }
}
