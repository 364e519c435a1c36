namespace TorchSharp.Transforms;

/// <summary>The settings of a <see cref="Spectrogram"/> inside another module (Python's <c>speckwargs</c>).</summary>
public sealed record SpectrogramOptions
{
    /// <summary>Length of a frame in samples.</summary>
    public long n_fft { get; init; } = 400;

    /// <summary>Length of the window; n_fft if null.</summary>
    public long? win_length { get; init; }

    /// <summary>Samples from frame to frame; half of the window if null.</summary>
    public long? hop_length { get; init; }

    /// <summary>Zeros added at both ends first.</summary>
    public long pad { get; init; }

    /// <summary>Makes the window; periodic Hann if null.</summary>
    public torchaudio.WindowFunction? window_fn { get; init; }

    /// <summary>Exponent of the magnitude; default 2.</summary>
    public double power { get; init; } = 2.0;

    /// <summary>How the spectrum is scaled; default not at all.</summary>
    public torchaudio.Normalization normalized { get; init; }

    /// <summary>Whether frame t is centred at sample t * hop_length; default true.</summary>
    public bool center { get; init; } = true;

    /// <summary>What is put around the sound where frames are centred; default its reflection.</summary>
    public PaddingModes pad_mode { get; init; } = PaddingModes.Reflect;
}
