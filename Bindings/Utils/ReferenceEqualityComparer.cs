using System.Runtime.CompilerServices;

namespace TorchSharp.Utils;

/// <summary>Tells objects apart by identity: two are equal where they are the same one, whatever their own equality says.</summary>
/// <typeparam name="T">Their type.</typeparam>
public sealed class ReferenceEqualityComparer<T> : EqualityComparer<T>
    where T : class
{
    /// <summary>One for all.</summary>
    public static new IEqualityComparer<T> Default { get; } = new ReferenceEqualityComparer<T>();

    /// <inheritdoc/>
    public override bool Equals(T? x, T? y) => ReferenceEquals(x, y);

    /// <inheritdoc/>
    public override int GetHashCode(T obj) => RuntimeHelpers.GetHashCode(obj);
}
