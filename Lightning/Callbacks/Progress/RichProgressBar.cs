using Spectre.Console;

namespace Lightning;

/// <summary>A bar with a column for each thing that it says, in the styles of a theme.</summary>
/// <remarks>Python: <c>lightning.pytorch.callbacks.RichProgressBar</c>, whose <c>console_kwargs</c> is a console here.</remarks>
public sealed class RichProgressBar : ProgressBar
{
    /// <summary>Makes the progress bar.</summary>
    /// <param name="refresh_rate">Shows every so many batches; 0 shows nothing. The terminal is written to five times a second at most, whatever this is.</param>
    /// <param name="leave">Whether the line of each pass stays; without it (the default) those of the last epoch and of evaluations of their own do.</param>
    /// <param name="theme">The styles; null takes Python's.</param>
    /// <param name="console">Where to show it; null takes the program's console.</param>
    /// <exception cref="MisconfigurationException">The rate is negative, or a style is none.</exception>
    public RichProgressBar(int refresh_rate = 100, bool leave = false, RichProgressBarTheme? theme = null, IAnsiConsole? console = null)
        : base(refresh_rate, 0, leave, console, new ThemedLook(theme ?? new RichProgressBarTheme()))
    {
        this.theme = theme ?? new RichProgressBarTheme();
    }

    /// <summary>The styles.</summary>
    public RichProgressBarTheme theme { get; }
}
