namespace TorchSharp;

/// <summary>What is wrong with a file that should have been a picture; see <see cref="ImageFormatException"/>.</summary>
public enum ImageProblem
{
    /// <summary>The bytes are no picture, or one of another format than was asked for.</summary>
    UnknownFormat,

    /// <summary>The data end before the picture does.</summary>
    Truncated,

    /// <summary>The data contradict the format.</summary>
    Corrupt,

    /// <summary>The picture has more pixels than the imager's limit, or than the format can hold.</summary>
    TooLarge,

    /// <summary>A known format, or a variant of one, that is not read.</summary>
    Unsupported,
}
