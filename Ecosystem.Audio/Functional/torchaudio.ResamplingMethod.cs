namespace TorchSharp;

public static partial class torchaudio
{
    /// <summary>The window that limits the sinc of a resampling kernel; each has its name before and since torchaudio 2.0.</summary>
    public enum ResamplingMethod
    {
        /// <summary>A Hann window (the name before 2.0).</summary>
        sinc_interpolation,

        /// <summary>A Kaiser window (the name before 2.0).</summary>
        kaiser_window,

        /// <summary>A Hann window.</summary>
        sinc_interp_hann = sinc_interpolation,

        /// <summary>A Kaiser window.</summary>
        sinc_interp_kaiser = kaiser_window,
    }
}
