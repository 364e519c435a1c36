namespace Lightning;

/// <summary>The <c>seed_everything</c> setting: a seed, true for the one in PL_GLOBAL_SEED (or else 0), false for none.</summary>
public readonly record struct SeedEverything
{
    private readonly int? _seed;

    private SeedEverything(bool enabled, int? seed) => (Enabled, _seed) = (enabled, seed);

    /// <summary>Whether anything is seeded.</summary>
    public bool Enabled { get; }

    /// <summary>The seed; null when it is taken from the environment.</summary>
    public int? Seed => _seed;

    /// <summary>On or off.</summary>
    public static implicit operator SeedEverything(bool enabled) => new(enabled, null);

    /// <summary>A seed.</summary>
    /// <exception cref="MisconfigurationException">It is negative.</exception>
    public static implicit operator SeedEverything(int seed) => seed >= 0
        ? new(true, seed)
        : throw new MisconfigurationException($"seed_everything: {seed} is no seed. A seed lies between 0 and {int.MaxValue}.");

    /// <summary>As a configuration has it: a boolean or a number.</summary>
    internal object Plain => _seed is { } seed ? (long)seed : Enabled;
}
