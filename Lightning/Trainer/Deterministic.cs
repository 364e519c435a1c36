namespace Lightning;

/// <summary>The <c>deterministic</c> argument: true, false, or "warn".</summary>
public readonly struct Deterministic
{
    private Deterministic(bool enabled, bool warnOnly) => (Enabled, WarnOnly) = (enabled, warnOnly);

    /// <summary>Deterministic algorithms are used.</summary>
    public bool Enabled { get; }

    /// <summary>An operator without a deterministic algorithm warns instead of failing.</summary>
    public bool WarnOnly { get; }

    /// <summary>On, failing where an operator has no deterministic algorithm, or off.</summary>
    public static implicit operator Deterministic(bool enabled) => new(enabled, false);

    /// <summary>"warn".</summary>
    public static implicit operator Deterministic(string mode) => mode == "warn"
        ? new(true, true)
        : throw new MisconfigurationException($"deterministic: \"{mode}\" is unknown; use true, false or \"warn\".");
}
