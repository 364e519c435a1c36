using System.Diagnostics;
using Spectre.Console;

namespace Reporting;

/// <summary>Long work with its progress shown: a bar on a terminal, a line for each quarter elsewhere.</summary>
public static class Work
{
    /// <summary>Runs <paramref name="item"/> for 0 ... <paramref name="count"/> - 1 on all cores.</summary>
    public static void ForEach(string title, int count, Action<int> item)
    {
        var clock = Stopwatch.StartNew();
        if (AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected)
        {
            AnsiConsole.Progress().AutoClear(true).Start(context =>
            {
                var bar = context.AddTask(title, maxValue: count);
                Spread(count, item, _ => bar.Increment(1));
            });
        }
        else
        {
            Spread(count, item, done =>
            {
                if (done * 4L / count > (done - 1) * 4L / count && done < count)
                {
                    Console.WriteLine($"{title}: {done} of {count}");
                }
            });
        }

        Console.WriteLine($"{title}: {count} in {clock.Elapsed.TotalSeconds:0.0} s");
    }

    private static void Spread(int count, Action<int> item, Action<int> finished)
    {
        var done = 0;
        try
        {
            Parallel.For(0, count, i =>
            {
                item(i);
                finished(Interlocked.Increment(ref done));
            });
        }
        catch (AggregateException several)
        {
            // Work that fails, fails alike for many items (a full disk, say): the first one tells.
            throw several.InnerExceptions[0] is DemoException told ? told : new DemoException(several.InnerExceptions[0].Message, several);
        }
    }
}
