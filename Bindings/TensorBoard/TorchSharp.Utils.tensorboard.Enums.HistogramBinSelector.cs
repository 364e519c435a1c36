namespace TorchSharp.Utils.tensorboard.Enums;

/// <summary>How the edges of a histogram's buckets are found (NumPy's rules, and TensorBoard's own).</summary>
public enum HistogramBinSelector : byte
{
    /// <summary>Doane's: as Sturges's, with regard to skewness.</summary>
    Doane = 0,

    /// <summary>Rice's: twice the cube root of the number of values.</summary>
    Rice = 1,

    /// <summary>Scott's: a width that follows from the standard deviation and the number of values.</summary>
    Scott = 2,

    /// <summary>The square root of the number of values.</summary>
    Sqrt = 3,

    /// <summary>Stone's: the least estimated error, left one out.</summary>
    Stone = 4,

    /// <summary>Sturges's: the binary logarithm of the number of values, and one.</summary>
    Sturges = 5,

    /// <summary>TensorBoard's own edges, the same for all data: from 1e-12 up by a tenth each, zero, and their negatives.</summary>
    Tensorflow = 6,
}
