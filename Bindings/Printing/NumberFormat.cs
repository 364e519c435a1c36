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

        // PyTorch measures in the notation that it would have chosen, also where the options ask for the other one.
        Width = 1;
        foreach (double value in values)
        {
            if (double.IsFinite(value) && value != 0)
            {
                Width = Math.Max(Width, Text(value, spread).Length);
            }
        }

        scientific = any ? options.Scientific ?? spread : spread;
    }

    internal int Width { get; }

    internal string Format(double value) => Text(value, scientific).PadLeft(Width);

    private string Text(double value, bool exponent)
    {
        if (exponent)
        {
            return ExactDecimal.Scientific(value, precision);
        }

        return whole
            ? ExactDecimal.Fixed(value, 0) + (double.IsFinite(value) ? "." : "")
            : ExactDecimal.Fixed(value, precision);
    }
}
