namespace TorchSharp;

public static partial class torchaudio
{
    /// <summary>Makes a window, such as <c>length => torch.hann_window(length)</c>.</summary>
    /// <param name="win_length">Its number of samples.</param>
    /// <returns>A tensor of that length.</returns>
    public delegate torch.Tensor WindowFunction(long win_length);
}
