namespace TransferLearning.Pictures;

/// <summary>How a paint spreads its two colours.</summary>
internal enum Pattern
{
    /// <summary>One colour, a little uneven.</summary>
    Plain,

    /// <summary>Parallel bands.</summary>
    Stripes,

    /// <summary>Cubes of alternating colour.</summary>
    Checks,

    /// <summary>Balls of the second colour on the first.</summary>
    Dots,

    /// <summary>Year rings.</summary>
    Wood,

    /// <summary>Veins.</summary>
    Marble,

    /// <summary>Fine grains.</summary>
    Speckles,

    /// <summary>Courses of bricks with joints.</summary>
    Bricks,

    /// <summary>Large soft patches, as of rust or moss.</summary>
    Patches,
}
