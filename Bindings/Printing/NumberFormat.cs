namespace TorchSharp.Printing;

/// <summary>One width and one notation for all numbers of a tensor, chosen as PyTorch chooses them.</summary>
internal sealed class NumberFormat
{
    private const double ScientificRatio = 1000;
    private const double ScientificAbove = 1e8;
    private const double ScientificBelow = 1e-4;

    private readonly int precision;
    private readonly bool whole = true;
    private readonly bool scientific;

    internal NumberFormat(ReadOnlySpan<double> values, PrintOptions options)
    {
        precision = options.Precision;
        double smallest = double.PositiveInfinity;
        double largest = 0;
        bool any = false;
        foreach (double value in values)
        {
            if (double.IsFinite(value) && value != 0)
            {
                any = true;
                whole &= value == Math.Ceiling(value);
                smallest = Math.Min(smallest, Math.Abs(value));
                largest = Math.Max(largest, Math.Abs(value));
            }
        }

        bool spread = any && (largest / smallest > ScientificRatio || largest > ScientificAbove || (!whole && smallest < ScientificBelow));
        scientific = options.Scientific ?? spread;
        Width = 1;
        foreach (double value in values)
        {
            if (double.IsFinite(value) && value != 0)
            {
                Width = Math.Max(Width, Text(value).Length);
            }
        }
    }

    internal int Width { get; }

    internal string Format(double value) => Text(value).PadLeft(Width);

    private string Text(double value)
    {
        if (scientific)
        {
            return ExactDecimal.Scientific(value, precision);
        }

        return whole
            ? ExactDecimal.Fixed(value, 0) + (double.IsFinite(value) ? "." : "")
            : ExactDecimal.Fixed(value, precision);
    }
}
