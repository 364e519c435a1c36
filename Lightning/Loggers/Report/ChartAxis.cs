namespace Lightning;

/// <summary>One axis of a chart: which numbers lie where, and which of them are written beside it.</summary>
internal sealed class ChartAxis
{
    private readonly double _low;
    private readonly double _high;
    private readonly double _from;
    private readonly double _to;

    /// <summary>Makes an axis.</summary>
    /// <param name="low">The least number.</param>
    /// <param name="high">The greatest number.</param>
    /// <param name="from">Where the least lies.</param>
    /// <param name="to">Where the greatest lies.</param>
    /// <param name="logarithmic">Distances are ratios; the numbers are positive.</param>
    /// <param name="whole">Only whole numbers are written.</param>
    internal ChartAxis(double low, double high, double from, double to, bool logarithmic, bool whole)
    {
        Logarithmic = logarithmic;
        (_from, _to) = (from, to);
        (_low, _high) = logarithmic ? (Math.Log10(low), Math.Log10(high)) : (low, high);
        if (!(_high > _low))
        {
            var margin = logarithmic ? 0.5 : whole ? 1 : Math.Max(Math.Abs(_low) * 0.05, 1e-9);
            (_low, _high) = (_low - margin, _high + margin);
        }

        Ticks = logarithmic ? [.. Powers()] : [.. Steps(whole)];
    }

    internal bool Logarithmic { get; }

    /// <summary>The numbers to write.</summary>
    internal IReadOnlyList<double> Ticks { get; }

    /// <summary>Where a number lies.</summary>
    internal double this[double value] => _from + ((((Logarithmic ? Math.Log10(value) : value) - _low) / (_high - _low)) * (_to - _from));

    private IEnumerable<double> Steps(bool whole)
    {
        var rough = (_high - _low) / 5;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * ((rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 });
        if (whole)
        {
            step = Math.Max(1, Math.Round(step));
        }

        for (var count = Math.Ceiling(_low / step); count * step <= _high + (step * 1e-9); count++)
        {
            yield return count * step;
        }
    }

    // Powers of ten; between few of them the twos and fives too.
    private IEnumerable<double> Powers()
    {
        double[] within = _high - _low < 2.5 ? [1, 2, 5] : [1];
        var skip = Math.Max(1, (int)Math.Ceiling((_high - _low) / 7));
        for (var power = (int)Math.Floor(_low); power <= _high; power += skip)
        {
            foreach (var factor in within)
            {
                var value = factor * Math.Pow(10, power);
                if (Math.Log10(value) is var place && place >= _low - 1e-9 && place <= _high + 1e-9)
                {
                    yield return value;
                }
            }
        }
    }
}
