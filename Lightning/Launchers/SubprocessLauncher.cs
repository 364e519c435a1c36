using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Lightning;

/// <summary>
/// Starts the other processes of a machine by running this program again with the same arguments, and watches over them: one that dies ends the run
/// with a message that names it. They in turn end when this process does.
/// </summary>
/// <remarks>Python: <c>lightning.pytorch.strategies.launchers._SubprocessScriptLauncher</c>.</remarks>
internal sealed class SubprocessLauncher : IDisposable
{
    // The program may notice by itself what a dead rank means, and say it better.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    // Children that have nothing left to do end within this time when the program does.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(30);

    /// <summary>How long the other processes may take to come to where they are met before the user is told what may hold them up.</summary>
    internal static TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(20);

    private static readonly string[] Hosts =
        ["Microsoft.DotNet.Interactive", "dotnet-interactive", "dotnet-repl", "dotnet-script", "csi", "csharprepl", "fsi", "LINQPad", "pwsh", "testhost", "xunit.console"];

    private readonly List<(int Rank, Process Process)> _children = [];
    private readonly Lock _gate = new();
    private System.Threading.Timer? _lastCall;
    private bool _stopped;

    /// <summary>Starts a process for each further rank of this machine.</summary>
    /// <param name="environment">Where the ranks find each other.</param>
    internal void Launch(ClusterEnvironment environment)
    {
        RefuseHosts();
        var (program, arguments) = ThisProgram();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => SayFarewell();
        for (var local = 1; local < environment.local_world_size(); local++)
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true };
            start.Environment["MASTER_ADDR"] = environment.main_address;
            start.Environment["MASTER_PORT"] = Text(environment.main_port);
            start.Environment["NODE_RANK"] = Text(environment.node_rank());
            start.Environment["LOCAL_RANK"] = Text(local);
            start.Environment["WORLD_SIZE"] = Text(environment.world_size());
            var process = new Process { StartInfo = start, EnableRaisingEvents = true };
            var rank = environment.global_rank() + local;
            process.Exited += (_, _) => Ended(rank, process);
            process.Start();
            lock (_gate)
            {
                _children.Add((rank, process));
            }
        }
    }

    /// <summary>Until the result is disposed the other processes are being waited for; if that takes long, says what may hold them up.</summary>
    internal IDisposable Awaiting()
    {
        var count = _children.Count;
        return new System.Threading.Timer(
            _ => L.rank_zero_warn(
                $"Of the {count} other process(es) of this run not all have come to fit or launch in {Patience.TotalSeconds:0} s. What stands before it runs in each "
                + "of them: long preparations, or a question on the console, which nobody answers there, hold them up."),
            null,
            Patience,
            Timeout.InfiniteTimeSpan);
    }

    /// <summary>Ends the children at once: the run has failed here. What may block on them in native code gets a moment to come to its end.</summary>
    /// <param name="problem">Why; said by the process should it have to be ended from here.</param>
    internal void Abandon(Exception problem)
    {
        lock (_gate)
        {
            Arm(problem.Message);
        }

        EndChildren();
    }

    /// <summary>The run is over and nothing blocks: the process goes on.</summary>
    internal void CallOff()
    {
        lock (_gate)
        {
            _lastCall?.Dispose();
            _lastCall = null;
        }
    }

    /// <summary>Ends the children at once.</summary>
    public void Dispose()
    {
        CallOff();
        EndChildren();
    }

    private void EndChildren()
    {
        (int, Process Process)[] children;
        lock (_gate)
        {
            _stopped = true;
            children = [.. _children];
        }

        // Outside of the gate: a Process takes a lock of its own, and holds it while it raises Exited, whose handler wants the gate.
        foreach (var (_, process) in children)
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Fails in notebooks, script runners and test runners: run again, they would not run the user's program.</summary>
    private static void RefuseHosts()
    {
        var host = Assembly.GetEntryAssembly()?.GetName().Name ?? "";
        if (Hosts.Any(known => host.StartsWith(known, StringComparison.OrdinalIgnoreCase)))
        {
            throw new MisconfigurationException(
                $"Several devices need a process each, made by running this program again, and {host} runs it: it would not run the same code. "
                + "Build a program of its own (dotnet run), start the processes with torchrun, or pass devices: 1.");
        }
    }

    /// <summary>The executable and the arguments that this process was started with.</summary>
    private static (string Program, string[] Arguments) ThisProgram()
    {
        var program = Environment.ProcessPath
            ?? throw new MisconfigurationException("The system does not say which program this process runs, so it cannot be started again: start all ranks with torchrun.");
        var line = Environment.GetCommandLineArgs();
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        return (program, isHost ? [Path.GetFullPath(line[0]), .. line[1..]] : line[1..]);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Ended(int rank, Process process)
    {
        lock (_gate)
        {
            if (_stopped || process.ExitCode == 0)
            {
                return;
            }

            // What is blocked in native code cannot be woken: if it has not noticed by then, the process ends from here.
            Arm($"Rank {rank} (process {process.Id}) ended with exit code {process.ExitCode}; the other ranks end too.");
        }
    }

    // The caller holds the gate.
    private void Arm(string message) => _lastCall ??= new System.Threading.Timer(
        _ =>
        {
            EndChildren();
            LastWords.End(message, 1);
        },
        null,
        Grace,
        Timeout.InfiniteTimeSpan);

    private void SayFarewell()
    {
        (int, Process Process)[] children;
        lock (_gate)
        {
            if (_stopped)
            {
                return;
            }

            _stopped = true;
            _lastCall?.Dispose();
            children = [.. _children];
        }

        var until = Stopwatch.StartNew();
        foreach (var (_, process) in children)
        {
            var left = Farewell - until.Elapsed;
            if (!process.WaitForExit(left > TimeSpan.Zero ? left : TimeSpan.Zero))
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
