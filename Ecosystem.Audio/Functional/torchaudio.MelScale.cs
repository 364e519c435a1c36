namespace TorchSharp;

public static partial class torchaudio
{
    /// <summary>A formula from hertz to mel.</summary>
    public enum MelScale
    {
        /// <summary>Linear up to 1 kHz (3 mel to 200 Hz), logarithmic above (27 mel to a factor of 6.4).</summary>
        slaney,

        /// <summary>2595 log10(1 + f / 700).</summary>
        htk,
    }
}
