namespace Lightning;

/// <summary>The <c>fast_dev_run</c> argument: true for one batch of every stage, or a number of batches.</summary>
public readonly struct FastDevRun
{
    private FastDevRun(int batches) => Batches = batches;

    /// <summary>How many batches of every stage; 0 when off.</summary>
    public int Batches { get; }

    /// <summary>Whether it is on.</summary>
    public bool Enabled => Batches > 0;

    /// <summary>True runs one batch of every stage.</summary>
    public static implicit operator FastDevRun(bool enabled) => new(enabled ? 1 : 0);

    /// <summary>Runs so many batches of every stage.</summary>
    public static implicit operator FastDevRun(int batches) => batches >= 0
        ? new(batches)
        : throw new MisconfigurationException($"fast_dev_run: {batches} is not a number of batches. Pass true, or how many.");
}
