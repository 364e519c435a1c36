namespace TorchSharp;

/// <summary>
/// Colours from black over violet and orange to a pale yellow whose lightness (that of Björn Ottosson's Oklab) grows in equal steps: equal
/// differences of values look equal, also in grey.
/// </summary>
internal static class ColorRamp
{
    internal const int Steps = 256;

    private const double Darkest = 0.12, Lightest = 0.97, FullestChroma = 0.21;
    private const double FirstHue = 285, LastHue = 465;

    /// <summary>Red, green and blue of every step, one behind the other.</summary>
    internal static byte[] Table { get; } = [.. Enumerable.Range(0, Steps).SelectMany(step => ColorAt(step / (Steps - 1.0)))];

    private static byte[] ColorAt(double place)
    {
        double lightness = Darkest + ((Lightest - Darkest) * place);
        double hue = (FirstHue + ((LastHue - FirstHue) * place)) * Math.PI / 180;
        // Black and white have no room for colour; the middle has the most.
        double chroma = FullestChroma * Math.Pow(Math.Sin(Math.PI * Math.Clamp(0.08 + (0.86 * place), 0, 1)), 0.8);
        double[] linear;
        do
        {
            linear = Linear(lightness, chroma * Math.Cos(hue), chroma * Math.Sin(hue));
            chroma *= 0.97;
        }
        while (linear.Any(value => value is < -0.0005 or > 1.0005) && chroma > 1e-3);

        return [.. linear.Select(Encode)];
    }

    /// <summary>Oklab to linear sRGB.</summary>
    private static double[] Linear(double lightness, double a, double b)
    {
        double l = Cube(lightness + (0.3963377774 * a) + (0.2158037573 * b));
        double m = Cube(lightness - (0.1055613458 * a) - (0.0638541728 * b));
        double s = Cube(lightness - (0.0894841775 * a) - (1.2914855480 * b));
        return
        [
            (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
            (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s),
        ];
    }

    private static double Cube(double value) => value * value * value;

    private static byte Encode(double linear)
    {
        double value = Math.Clamp(linear, 0, 1);
        return (byte)Math.Round(255 * (value <= 0.0031308 ? 12.92 * value : (1.055 * Math.Pow(value, 1 / 2.4)) - 0.055));
    }
}
