namespace TorchSharp;

/// <summary>Sound files, transforms and data sets of sound (Python's <c>torchaudio</c>).</summary>
public static partial class torchaudio
{
}
