namespace TorchSharp;

/// <summary>Which of the two directions of a Fourier transform is scaled (the <c>norm</c> of torch.fft).</summary>
public enum FFTNormType
{
    /// <summary>The inverse, by 1/n: Python's "backward", the default.</summary>
    Backward,

    /// <summary>The forward one, by 1/n: Python's "forward".</summary>
    Forward,

    /// <summary>Both, by 1/sqrt(n): Python's "ortho".</summary>
    Ortho,
}
