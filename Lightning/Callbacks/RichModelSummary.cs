using Spectre.Console;

namespace Lightning;

/// <summary><see cref="ModelSummary"/> with drawn lines wherever it is printed.</summary>
/// <remarks>Python: <c>lightning.pytorch.callbacks.RichModelSummary</c>.</remarks>
public sealed class RichModelSummary : ModelSummary
{
    /// <summary>Makes the callback.</summary>
    /// <param name="max_depth">How deep to look: 1 (the default) shows the direct children, -1 all, 0 nothing.</param>
    /// <param name="console">Where to print; null takes the program's console.</param>
    public RichModelSummary(int max_depth = 1, IAnsiConsole? console = null)
        : base(max_depth, console)
    {
    }

    private protected override TableBorder Border => TableBorder.Rounded;
}
