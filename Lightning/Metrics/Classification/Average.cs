namespace Lightning.Metrics;

/// <summary>How the values of classes or labels become one.</summary>
internal enum Average
{
    /// <summary>Counts are added up first.</summary>
    Micro,

    /// <summary>The plain mean over the classes.</summary>
    Macro,

    /// <summary>The mean, each class weighted by how often it is true.</summary>
    Weighted,

    /// <summary>A value for each class.</summary>
    None,
}
