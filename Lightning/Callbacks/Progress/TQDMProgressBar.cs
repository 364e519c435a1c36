using Spectre.Console;

namespace Lightning;

/// <summary>A bar as tqdm shows it: title, share, batches, time, speed and metrics in one line of text.</summary>
/// <remarks>Python: <c>lightning.pytorch.callbacks.TQDMProgressBar</c>.</remarks>
public sealed class TQDMProgressBar : ProgressBar
{
    /// <summary>Makes the progress bar.</summary>
    /// <param name="refresh_rate">Shows every so many batches; 0 shows nothing. The terminal is written to five times a second at most, whatever this is.</param>
    /// <param name="process_position">How many lines to leave above the bar, for others' bars.</param>
    /// <param name="leave">Whether the line of each pass stays; without it (the default) those of the last epoch and of evaluations of their own do.</param>
    /// <param name="console">Where to show it; null takes the program's console.</param>
    /// <exception cref="MisconfigurationException">A number is negative.</exception>
    public TQDMProgressBar(int refresh_rate = 1, int process_position = 0, bool leave = false, IAnsiConsole? console = null)
        : base(refresh_rate, process_position, leave, console, new ProgressLook())
    {
    }
}
