namespace TorchSharp;

/// <summary>How many items a sampler or collection gives, without enumerating it.</summary>
internal static class Sizes
{
    public static long Of<T>(IEnumerable<T> items) => TryOf(items)
        ?? throw new InvalidOperationException(
            $"How many items a {items.GetType().Name} gives is not known; use a Sampler or a list, or do not ask for the count.");

    public static long? TryOf<T>(IEnumerable<T> items) => items switch
    {
        torch.utils.data.ISized sized => sized.Count,
        IReadOnlyCollection<T> collection => collection.Count,
        ICollection<T> collection => collection.Count,
        _ => null,
    };
}
