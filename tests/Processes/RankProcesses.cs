using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Torchlight.Tests.Processes;

/// <summary>The processes of one distributed test: this test assembly, started once for each rank with a scenario to run.</summary>
internal sealed class RankProcesses : IDisposable
{
    /// <summary>No scenario takes longer, on a busy machine with one core.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    private readonly List<RankProcess> _all = [];

    /// <summary>A port that is free now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The process of a rank.</summary>
    public RankProcess this[int rank] => _all[rank];

    /// <summary>All processes, in the order of their ranks.</summary>
    public IReadOnlyList<RankProcess> All => _all;

    /// <summary>Runs a scenario on so many ranks to its end; each has to end well.</summary>
    public static RankProcesses Run(int count, string scenario, params string[] arguments) => Start(count, scenario, arguments).EndWell();

    /// <summary>Starts a scenario on so many ranks, which find each other by the environment variables that torchrun sets.</summary>
    public static RankProcesses Start(int count, string scenario, params string[] arguments)
    {
        var ranks = new RankProcesses();
        var port = FreePort();
        for (var rank = 0; rank < count; rank++)
        {
            ranks.Add(rank, count, port, scenario, arguments);
        }

        return ranks;
    }

    /// <summary>Waits until all have ended, and each well; disposes them where one has not.</summary>
    public RankProcesses EndWell()
    {
        try
        {
            WaitForAll();
            Assert.All(All, rank => Assert.True(rank.ExitCode == 0, rank.Text));
            return this;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Starts one rank more.</summary>
    public RankProcess Add(int rank, int count, int port, string scenario, params string[] arguments) =>
        Add(Variables(rank, count, port), scenario, arguments);

    /// <summary>Starts one process more under these variables.</summary>
    public RankProcess Add(IReadOnlyDictionary<string, string?> variables, string scenario, params string[] arguments)
    {
        var process = new RankProcess("dotnet", [Assembly.GetExecutingAssembly().Location, scenario, .. arguments], variables);
        _all.Add(process);
        return process;
    }

    /// <summary>Takes on a process that was started otherwise.</summary>
    public RankProcess Add(RankProcess process)
    {
        _all.Add(process);
        return process;
    }

    /// <summary>Waits until all have ended.</summary>
    public void WaitForAll()
    {
        foreach (var process in _all)
        {
            process.WaitForEnd(Limit);
        }
    }

    /// <summary>The variables that a rank finds the others by.</summary>
    public static Dictionary<string, string?> Variables(int rank, int count, int port) => new()
    {
        ["RANK"] = Text(rank),
        ["LOCAL_RANK"] = Text(rank),
        ["WORLD_SIZE"] = Text(count),
        ["MASTER_ADDR"] = "127.0.0.1",
        ["MASTER_PORT"] = Text(port),
        ["OMP_NUM_THREADS"] = "1",
    };

    public void Dispose()
    {
        foreach (var process in _all)
        {
            process.Dispose();
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
