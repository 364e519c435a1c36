namespace TorchSharp;

public static partial class torchaudio
{
    /// <summary>How triangular filters are scaled.</summary>
    public enum MelNorm
    {
        /// <summary>Each filter's peak is 1.</summary>
        none,

        /// <summary>Each filter is divided by half its width in hertz, so that all have the same area.</summary>
        slaney,
    }
}
