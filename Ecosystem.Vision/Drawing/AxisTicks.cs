using System.Globalization;

namespace Torchlight.Drawing;

/// <summary>Where the marks of an axis stand and what they say.</summary>
internal sealed record AxisTicks(double Low, double High, IReadOnlyList<double> Values, IReadOnlyList<string> Labels)
{
    private const int MostDecimals = 14;

    /// <summary>Marks at round numbers.</summary>
    /// <param name="low">The smallest value.</param>
    /// <param name="high">The largest value.</param>
    /// <param name="count">About how many marks there should be at most.</param>
    /// <param name="whole">Whether only whole numbers make sense, as for epochs.</param>
    /// <param name="widen">Whether the axis reaches to the next marks outside the values.</param>
    internal static AxisTicks Linear(double low, double high, int count, bool whole = false, bool widen = true)
    {
        (low, high) = WithExtent(low, high);
        double step = RoundStep((high - low) / Math.Max(count, 1));
        if (whole)
        {
            step = step < 1 ? 1 : step % 1 == 0 ? step : 5;
        }

        const double Slack = 1e-9; // of a step, for what binary fractions leave over
        double first = widen ? Math.Floor(low / step + Slack) : Math.Ceiling(low / step - Slack);
        double last = widen ? Math.Ceiling(high / step - Slack) : Math.Floor(high / step + Slack);
        double[] values = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)];
        return new AxisTicks(widen ? values[0] : low, widen ? values[^1] : high, values, Describe(values, step));
    }

    /// <summary>Marks at powers of ten, and between them where there are few.</summary>
    /// <param name="low">The smallest value, above 0.</param>
    /// <param name="high">The largest value.</param>
    /// <param name="count">About how many marks there should be at most.</param>
    internal static AxisTicks Logarithmic(double low, double high, int count)
    {
        int first = (int)Math.Floor(Math.Log10(low) + 1e-9), last = (int)Math.Ceiling(Math.Log10(high) - 1e-9);
        last = Math.Max(last, first + 1);
        int every = Math.Max(1, (int)Math.Ceiling((last - first + 1) / (double)Math.Max(count, 2)));
        int[] exponents = [.. Enumerable.Range(0, (last - first) / every + 1).Select(i => first + i * every)];
        double[] digits = last - first <= 2 ? [1, 2, 5] : [1];
        var marks = from exponent in exponents
                    from digit in digits
                    where exponent < last || digit == 1
                    select (Value: digit * Math.Pow(10, exponent), Label: Power(digit, exponent));
        return new AxisTicks(Math.Pow(10, first), Math.Pow(10, last), [.. marks.Select(m => m.Value)], [.. marks.Select(m => m.Label)]);
    }

    private static (double Low, double High) WithExtent(double low, double high)
    {
        double extent = high - low;
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        if (extent > size * 1e-12)
        {
            return (low, high);
        }

        double room = size == 0 ? 0.5 : size / 2;
        return (low - room, high + room);
    }

    /// <summary>The next of 1, 2, 2.5, 5 times a power of ten.</summary>
    private static double RoundStep(double raw)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        foreach (double step in (ReadOnlySpan<double>)[1, 2, 2.5, 5])
        {
            if (raw <= step * power * (1 + 1e-9))
            {
                return step * power;
            }
        }

        return 10 * power;
    }

    private static string[] Describe(double[] values, double step)
    {
        double largest = values.Max(Math.Abs);
        if (step < 1e-4 || largest >= 1e12)
        {
            int digits = (int)Math.Clamp(Math.Ceiling(Math.Log10(largest / step)) + 1, 1, 15);
            string scientific = $"0.{new string('#', digits)}e+0";
            return [.. values.Select(v => v.ToString(scientific, CultureInfo.InvariantCulture))];
        }

        (double unit, string suffix) = largest switch
        {
            >= 1e9 => (1e9, "G"),
            >= 1e6 => (1e6, "M"),
            >= 1e4 => (1e3, "k"),
            _ => (1.0, ""),
        };
        int decimals = Enumerable.Range(0, MostDecimals + 1).First(d => d == MostDecimals || Math.Abs(Math.Round(step / unit, d) - step / unit) < 1e-6 * step / unit);
        string format = "F" + decimals.ToString(CultureInfo.InvariantCulture);
        return [.. values.Select(v => v == 0 ? 0.ToString(format, CultureInfo.InvariantCulture) : (v / unit).ToString(format, CultureInfo.InvariantCulture) + suffix)];
    }

    private static string Power(double digit, int exponent)
    {
        if (exponent is >= -3 and <= 4)
        {
            return (digit * Math.Pow(10, exponent)).ToString("0.#####", CultureInfo.InvariantCulture);
        }

        string power = "10" + string.Concat(exponent.ToString(CultureInfo.InvariantCulture).Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));
        return digit == 1 ? power : $"{digit.ToString(CultureInfo.InvariantCulture)}·{power}";
    }
}
