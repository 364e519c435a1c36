namespace TorchSharp;

/// <summary>What is wrong with a file that should have been a sound; see <see cref="AudioFormatException"/>.</summary>
public enum AudioProblem
{
    /// <summary>The bytes are no sound, or one of another format than was asked for.</summary>
    UnknownFormat,

    /// <summary>The data end before the sound does.</summary>
    Truncated,

    /// <summary>The data contradict the format, or themselves.</summary>
    Corrupt,

    /// <summary>A known format, or a variant of one, that is not read.</summary>
    Unsupported,
}
