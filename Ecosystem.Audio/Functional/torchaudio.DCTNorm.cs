namespace TorchSharp;

public static partial class torchaudio
{
    /// <summary>How a discrete cosine transform is scaled.</summary>
    public enum DCTNorm
    {
        /// <summary>By 2.</summary>
        none,

        /// <summary>So that its matrix is orthonormal.</summary>
        ortho,
    }
}
