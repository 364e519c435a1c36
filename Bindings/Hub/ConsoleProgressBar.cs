using System.Diagnostics;
using System.Globalization;

namespace TorchSharp;

/// <summary>
/// Progress in bytes as text: one line that is drawn over and over on a terminal, and plain lines, one for each tenth, where the output is a file or
/// a pipe.
/// </summary>
/// <param name="output">Where it writes.</param>
/// <param name="isTerminal">Whether a line can be drawn over.</param>
/// <param name="clock">Seconds since any fixed point; the machine's clock if null.</param>
internal sealed class ConsoleProgressBar(TextWriter output, bool isTerminal, Func<double>? clock = null) : IProgressBar
{
    private const int BarWidth = 30;
    private const double SecondsBetweenDraws = 0.1;
    private const double SecondsBetweenLines = 10;
    private const int LinesInAll = 10;

    private readonly Func<double> _clock = clock ?? (() => Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency);
    private double? _start;
    private double _last = double.NegativeInfinity;
    private long _first;
    private long _shown = -1;
    private bool _ended;

    public long? Maximum { get; set; }

    public long Value
    {
        get;
        set
        {
            field = value;
            _start ??= Begin(value);
            var now = _clock();
            if (isTerminal ? now - _last >= SecondsBetweenDraws : IsTimeForALine(now))
            {
                Show(now);
            }
        }
    }

    public void Dispose()
    {
        if (_ended)
        {
            return;
        }
        _ended = true;
        if (_start is not null && (isTerminal || _shown != Value))
        {
            Show(_clock());
        }
        if (isTerminal && _start is not null)
        {
            output.WriteLine();
        }
        output.Flush();
    }

    private double Begin(long value)
    {
        _first = value;
        return _clock();
    }

    private bool IsTimeForALine(double now) => Maximum is > 0
        ? Value * LinesInAll / Maximum > (_shown < 0 ? 0 : _shown * LinesInAll / Maximum)
        : now - _last >= SecondsBetweenLines;

    private void Show(double now)
    {
        (_last, _shown) = (now, Value);
        var seconds = now - _start!.Value;
        var speed = seconds > 0 ? $", {Bytes((long)((Value - _first) / seconds))}/s" : "";
        string text;
        if (Maximum is { } maximum && maximum > 0)
        {
            var share = Math.Clamp((double)Value / maximum, 0, 1);
            var bar = isTerminal ? $"[{new string('#', (int)(share * BarWidth)).PadRight(BarWidth, '.')}] " : "";
            text = string.Create(CultureInfo.InvariantCulture, $"{share * 100,3:0}% {bar}{Bytes(Value)} of {Bytes(maximum)}{speed}");
        }
        else
        {
            text = $"{Bytes(Value)}{speed}";
        }
        if (isTerminal)
        {
            output.Write("\r" + text.PadRight(79));
            output.Flush();
        }
        else
        {
            output.WriteLine(text);
        }
    }

    private static string Bytes(long bytes)
    {
        string[] units = ["B", "KB", "MB", "GB", "TB"];
        double size = bytes;
        var unit = 0;
        while (size >= 1000 && unit < units.Length - 1)
        {
            size /= 1024;
            unit++;
        }
        return string.Create(CultureInfo.InvariantCulture, $"{size.ToString(unit == 0 ? "0" : "0.0", CultureInfo.InvariantCulture)} {units[unit]}");
    }
}
