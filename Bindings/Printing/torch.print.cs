using TorchSharp.Printing;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor's elements as NumPy shows them.</summary>
    public const TorchSharp.TensorStringStyle numpy = TorchSharp.TensorStringStyle.Numpy;

    /// <summary>A tensor's shape, and its elements in a grid, as Julia shows them.</summary>
    public const TorchSharp.TensorStringStyle julia = TorchSharp.TensorStringStyle.Julia;

    /// <summary>A tensor's elements as a C# literal.</summary>
    public const TorchSharp.TensorStringStyle csharp = TorchSharp.TensorStringStyle.CSharp;

    /// <summary>The style that str() and print() use when none is named.</summary>
    public static TensorStringStyle TensorStringStyle
    {
        get => PrintOptions.Current.Style;
        set => set_printoptions(style: value);
    }

    /// <summary>Sets how tensors are printed (torch.set_printoptions).</summary>
    /// <param name="precision">Digits after the point.</param>
    /// <param name="linewidth">Characters in a line; unchanged when null.</param>
    /// <param name="newLine">Between lines; unchanged when null.</param>
    /// <param name="sci_mode">Whether scientific notation is used always; false leaves it to the numbers.</param>
    /// <param name="maxRows">More elements than this times <paramref name="maxColumns"/> are summarized; unchanged when null.</param>
    /// <param name="maxColumns">As <paramref name="maxRows"/>.</param>
    public static void set_printoptions(
        int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false, int? maxRows = null, int? maxColumns = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(precision);
        PrintOptions.Current = With(linewidth, newLine, maxRows, maxColumns) with
        {
            Precision = precision,
            Scientific = sci_mode ? true : null,
            FloatFormat = sci_mode ? $"e{precision}" : $"f{precision}",
        };
    }

    /// <summary>Sets how tensors are printed (torch.set_printoptions).</summary>
    /// <param name="style">The style when none is named; unchanged when null.</param>
    /// <param name="floatFormat">A .NET format for the elements of the styles that are not Python's; unchanged when null.</param>
    /// <param name="linewidth">Characters in a line; unchanged when null.</param>
    /// <param name="newLine">Between lines; unchanged when null.</param>
    /// <param name="maxRows">More elements than this times <paramref name="maxColumns"/> are summarized; unchanged when null.</param>
    /// <param name="maxColumns">As <paramref name="maxRows"/>.</param>
    public static void set_printoptions(
        TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null, string? newLine = null, int? maxRows = null, int? maxColumns = null)
    {
        PrintOptions options = With(linewidth, newLine, maxRows, maxColumns);
        PrintOptions.Current = options with
        {
            Style = style is null or TensorStringStyle.Default ? options.Style : style.Value,
            FloatFormat = floatFormat ?? options.FloatFormat,
        };
    }

    /// <summary>Sets how tensors are printed to a set of options, digits, edges, width and threshold together (torch.set_printoptions(profile=...)).</summary>
    /// <param name="profile">Which set.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such set.</exception>
    public static void set_printoptions(PrintOptionsProfile profile)
    {
        var usual = new PrintOptions();
        (int precision, int threshold, int edges) = profile switch
        {
            PrintOptionsProfile.@default => (usual.Precision, usual.Threshold, usual.EdgeItems),
            PrintOptionsProfile.@short => (2, usual.Threshold, 2),
            PrintOptionsProfile.full => (usual.Precision, int.MaxValue, usual.EdgeItems),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "not a set of print options"),
        };
        PrintOptions.Current = PrintOptions.Current with
        {
            Precision = precision,
            Threshold = threshold,
            EdgeItems = edges,
            LineWidth = usual.LineWidth,
            Scientific = null,
        };
    }

    private static PrintOptions With(int? lineWidth, string? newLine, int? maxRows, int? maxColumns)
    {
        PrintOptions options = PrintOptions.Current;
        return options with
        {
            LineWidth = lineWidth ?? options.LineWidth,
            NewLine = newLine ?? options.NewLine,
            Threshold = maxRows is null && maxColumns is null ? options.Threshold : checked((maxRows ?? 1) * (maxColumns ?? 1)),
        };
    }
}
