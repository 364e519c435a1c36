using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A step along a direction that satisfies the strong Wolfe conditions (Nocedal and Wright, 3.5 and 3.6; bounds as in minFunc).</summary>
/// <param name="evaluate">Value and flat gradient at a distance.</param>
/// <param name="direction">Where to go.</param>
/// <param name="tolerance">Smallest change of a parameter that counts.</param>
internal sealed class WolfeSearch(Func<double, (double Value, Tensor Gradient)> evaluate, Tensor direction, double tolerance)
{
    private const double Decrease = 1e-4;
    private const double Curvature = 0.9;
    private const int Limit = 25;
    private int _turns;

    /// <summary>How often the function was evaluated.</summary>
    internal int Evaluations { get; private set; }

    /// <summary>Looks for the step.</summary>
    /// <param name="start">Where the search begins, at distance 0.</param>
    /// <param name="distance">The first distance to try.</param>
    internal Point Find(Point start, double distance)
    {
        var before = start;
        var here = At(distance);
        while (_turns < Limit)
        {
            if (TooHigh(here, start) || (_turns > 1 && here.Value >= before.Value))
            {
                return Zoom(start, before, here);
            }
            if (IsFlat(here, start))
            {
                return here;
            }
            if (here.Slope >= 0)
            {
                return Zoom(start, before, here);
            }
            var next = Lowest(before, here, here.Distance + (0.01 * (here.Distance - before.Distance)), here.Distance * 10);
            before = here;
            here = At(next);
            _turns++;
        }
        return Zoom(start, start, here);
    }

    private static bool TooHigh(Point point, Point start) => point.Value > start.Value + (Decrease * point.Distance * start.Slope);

    private static bool IsFlat(Point point, Point start) => Math.Abs(point.Slope) <= -Curvature * start.Slope;

    /// <summary>Where the cubic through two values and slopes is lowest, between bounds; their middle where it has no minimum.</summary>
    private static double Lowest(Point first, Point second, double low, double high)
    {
        var (left, right) = first.Distance <= second.Distance ? (first, second) : (second, first);
        var mean = first.Slope + second.Slope - (3 * (first.Value - second.Value) / (first.Distance - second.Distance));
        var square = (mean * mean) - (first.Slope * second.Slope);
        if (!(square >= 0))
        {
            return (low + high) / 2;
        }
        var root = Math.Sqrt(square);
        var place = right.Distance - ((right.Distance - left.Distance) * ((right.Slope + root - mean) / (right.Slope - left.Slope + (2 * root))));
        return Math.Min(Math.Max(place, low), high);
    }

    /// <summary>The next distance to try between two ends, kept away from them when it came close to one before.</summary>
    private static double Between(Point first, Point second, ref bool close)
    {
        var (near, far) = (Math.Min(first.Distance, second.Distance), Math.Max(first.Distance, second.Distance));
        var distance = Lowest(first, second, near, far);
        var margin = 0.1 * (far - near);
        var wasClose = close;
        close = Math.Min(far - distance, distance - near) < margin;
        if (close && (wasClose || distance >= far || distance <= near))
        {
            close = false;
            return Math.Abs(distance - far) < Math.Abs(distance - near) ? far - margin : near + margin;
        }
        return distance;
    }

    private Point Zoom(Point start, Point first, Point second)
    {
        // The ends keep their places: of two equal values the first counts as the lower one.
        Point[] ends = [first, second];
        var low = Lower(ends);
        var close = false;
        using var sizes = ops.aten.abs(direction);
        using var largest = ops.aten.max(sizes);
        var size = largest.to_type(ScalarType.Float64).item<double>();
        while (_turns < Limit && !(Math.Abs(ends[1].Distance - ends[0].Distance) * size < tolerance))
        {
            var here = At(Between(ends[0], ends[1], ref close));
            _turns++;
            if (TooHigh(here, start) || here.Value >= ends[low].Value)
            {
                ends[1 - low] = here;
                low = Lower(ends);
                continue;
            }
            var found = IsFlat(here, start);
            if (!found && here.Slope * (ends[1 - low].Distance - ends[low].Distance) >= 0)
            {
                ends[1 - low] = ends[low];
            }
            ends[low] = here;
            if (found)
            {
                break;
            }
        }
        return ends[low];
    }

    private static int Lower(Point[] ends) => ends[0].Value <= ends[1].Value ? 0 : 1;

    private Point At(double distance)
    {
        Evaluations++;
        var (value, gradient) = evaluate(distance);
        using var slope = ops.aten.dot(gradient, direction);
        return new Point(distance, value, gradient, slope.to_type(ScalarType.Float64).item<double>());
    }

    /// <summary>The function at a distance: value, gradient, and slope along the direction.</summary>
    internal sealed record Point(double Distance, double Value, Tensor Gradient, double Slope);
}
