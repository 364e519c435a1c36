namespace TorchSharp;

/// <summary>How many bins a histogram gets, by the data (NumPy's names of the rules).</summary>
public enum HistogramBinSelector
{
    /// <summary>Doane's: as Sturges's, with regard to skewness.</summary>
    Doane,

    /// <summary>Rice's: twice the cube root of the number of elements.</summary>
    Rice,

    /// <summary>Scott's: a width that follows from the standard deviation and the number of elements.</summary>
    Scott,

    /// <summary>The square root of the number of elements.</summary>
    Sqrt,

    /// <summary>Stone's: the least estimated error, left one out.</summary>
    Stone,

    /// <summary>Sturges's: the binary logarithm of the number of elements, and one.</summary>
    Sturges,
}
