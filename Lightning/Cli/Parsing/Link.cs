namespace Lightning.Cli;

/// <summary>A setting that follows from others.</summary>
/// <param name="Sources">The keys that it follows from; for an object that is made first, the key of the object.</param>
/// <param name="Target">The key.</param>
/// <param name="Compute">Its value from theirs.</param>
/// <param name="OnInstantiate">Whether it follows from an object rather than from settings.</param>
internal sealed record Link(IReadOnlyList<string> Sources, string Target, Func<IReadOnlyList<object?>, object?> Compute, bool OnInstantiate);
