using static TorchSharp.torch;
using static TorchSharp.torchaudio;

namespace TorchSharp.Transforms;

/// <summary>How a sound is cut into frames: the settings that all short-time transforms share, their defaults filled in and checked.</summary>
internal readonly record struct FrameSettings(long n_fft, long win_length, long hop_length)
{
    /// <summary>A window as long as the frame and half of it as the hop where nothing is given; a given window says its own length.</summary>
    public static FrameSettings Of(long n_fft, long? win_length, long? hop_length, long pad, string module, Tensor? window = null)
    {
        var length = win_length ?? window?.shape[0] ?? n_fft;
        var settings = new FrameSettings(n_fft, length, hop_length ?? length / 2);
        Require.Frames(n_fft, settings.win_length, settings.hop_length, pad, module);
        return settings;
    }

    /// <summary>The window that the caller gave or makes, else a periodic Hann window.</summary>
    /// <exception cref="ArgumentException">It is not as long as it has to be.</exception>
    public Tensor Window(WindowFunction? window_fn, Tensor? window, string module)
    {
        var made = window?.alias() ?? window_fn?.Invoke(win_length) ?? torch.hann_window(win_length);
        if (made.dim() != 1 || made.shape[0] != win_length)
        {
            throw new ArgumentException($"{module}: the window has to have win_length = {win_length} samples, but it is {Require.Describe(made)}.", nameof(window));
        }

        return made;
    }
}
