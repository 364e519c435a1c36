using System.Diagnostics;
using System.Globalization;

namespace Fuzzing;

/// <summary>Listens to a worker, notes the call that ends or stops it, and starts another behind that call.</summary>
internal sealed class Supervisor(IFuzzed subjects, TextWriter log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Kilobytes of memory that a worker may take: what asks for more gets the exception, not the machine.
    private const int MemoryLimit = 4_000_000;

    private readonly Tally tally = new();
    private int index;
    private int number;

    /// <summary>Runs all calls.</summary>
    public Tally Run()
    {
        while (!Listen())
        {
            number++;
        }

        return tally;
    }

    // Whether the worker reached the end.
    private bool Listen()
    {
        using var worker = Start();
        using var watch = new Timer(_ => worker.Kill(entireProcessTree: true));
        watch.Change(Patience, Timeout.InfiniteTimeSpan);
        var errors = worker.StandardError.ReadToEndAsync();
        var (open, began) = (false, Stopwatch.GetTimestamp());
        while (worker.StandardOutput.ReadLine() is { } line)
        {
            watch.Change(Patience, Timeout.InfiniteTimeSpan);
            if (line.StartsWith(Worker.Calling))
            {
                var words = line[1..].Split(' ');
                (index, number, open) = (int.Parse(words[0], CultureInfo.InvariantCulture), int.Parse(words[1], CultureInfo.InvariantCulture), true);
                began = Stopwatch.GetTimestamp();
            }
            else if (line.StartsWith(Worker.Ended))
            {
                Note(line[1..]);
                open = false;
            }
        }

        worker.WaitForExit();
        if (!open && worker.ExitCode == 0)
        {
            return true;
        }

        if (!open)
        {
            throw new InvalidOperationException($"The worker failed before it called anything: {errors.GetAwaiter().GetResult()}");
        }

        var stuck = Stopwatch.GetElapsedTime(began) >= Patience;
        var end = stuck ? "hung" : $"ended the process ({Signal(worker.ExitCode)})";
        Report($"{subjects.Name(index, number)} {end}: {subjects.Describe(index, number)}");
        tally.Fatal++;
        return false;
    }

    private void Note(string outcome)
    {
        tally.Calls++;
        var kind = outcome.Split(' ')[0];
        tally.Outcomes[kind] = tally.Outcomes.GetValueOrDefault(kind) + 1;
        if (kind == Worker.Untyped)
        {
            Report($"{subjects.Name(index, number)} threw {outcome[(kind.Length + 1)..]}: {subjects.Describe(index, number)}");
        }
    }

    private void Report(string finding)
    {
        tally.Findings.Add(finding);
        log.WriteLine(finding);
    }

    private Process Start()
    {
        string[] words =
            ["dotnet", typeof(Supervisor).Assembly.Location, .. subjects.Words, "--worker", "--index", $"{index}", "--number", $"{number}"];
        var start = new ProcessStartInfo("sh", ["-c", $"ulimit -c 0; ulimit -d {MemoryLimit}; exec \"$@\"", "sh", .. words])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    private static string Signal(int exitCode) => exitCode switch
    {
        139 => "segmentation fault",
        136 => "division by zero",
        134 => "abort",
        137 => "killed",
        _ => $"exit code {exitCode}",
    };
}
