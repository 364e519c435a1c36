namespace Lightning;

/// <summary>Whether <see cref="ModelCheckpoint"/> keeps a "last.ckpt": true for a file of its own, "link" for a link to the file just written, false for none.</summary>
public readonly record struct SaveLast
{
    private SaveLast(bool enabled, bool link) => (Enabled, Link) = (enabled, link);

    /// <summary>There is a "last.ckpt".</summary>
    public bool Enabled { get; }

    /// <summary>It is a relative symbolic link, where the file system has such.</summary>
    public bool Link { get; }

    /// <summary>A file of its own, or none.</summary>
    public static implicit operator SaveLast(bool enabled) => new(enabled, false);

    /// <summary>"link".</summary>
    /// <exception cref="MisconfigurationException">Another text.</exception>
    public static implicit operator SaveLast(string mode) => mode == "link"
        ? new(true, true)
        : throw new MisconfigurationException($"ModelCheckpoint(save_last: \"{mode}\") is unknown; use true, false or \"link\".");

    /// <summary>Whether there is a "last.ckpt".</summary>
    public static implicit operator bool(SaveLast value) => value.Enabled;
}
