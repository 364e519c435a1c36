namespace Lightning;

/// <summary>
/// One metric over a run, in bounded memory: when there are too many points, neighbours become their mean, so that a long run is drawn as well as a short one.
/// </summary>
internal sealed class ReportSeries(string name)
{
    private const int Most = 1200;
    private readonly List<(double X, double Y)> _points = [];
    private int _perPoint = 1;
    private int _gathered;
    private double _sumX;
    private double _sumY;

    internal string Name => name;

    internal long Count { get; private set; }

    internal (double X, double Y) Last { get; private set; }

    internal (double X, double Y)? Least { get; private set; }

    internal (double X, double Y)? Greatest { get; private set; }

    /// <summary>The points to draw, what is not a full point yet included.</summary>
    internal IReadOnlyList<(double X, double Y)> Points => _gathered == 0 ? _points : [.. _points, (_sumX / _gathered, _sumY / _gathered)];

    internal void Add(double x, double y)
    {
        Count++;
        Last = (x, y);
        if (double.IsFinite(y))
        {
            Least = Least is { } least && least.Y <= y ? Least : Last;
            Greatest = Greatest is { } greatest && greatest.Y >= y ? Greatest : Last;
        }

        _sumX += x;
        _sumY += y;
        if (++_gathered < _perPoint)
        {
            return;
        }

        _points.Add((_sumX / _gathered, _sumY / _gathered));
        (_sumX, _sumY, _gathered) = (0, 0, 0);
        if (_points.Count >= Most)
        {
            Halve();
        }
    }

    private void Halve()
    {
        for (var i = 0; i < _points.Count / 2; i++)
        {
            var (left, right) = (_points[2 * i], _points[(2 * i) + 1]);
            _points[i] = ((left.X + right.X) / 2, (left.Y + right.Y) / 2);
        }

        _points.RemoveRange(_points.Count / 2, _points.Count - (_points.Count / 2));
        _perPoint *= 2;
    }
}
