using static TorchSharp.torch.distributed;

namespace TorchSharp;

/// <summary>
/// Which process is behind each rank, so that a failure can name the rank that ended: libtorch's own messages know an address at best. The processes
/// write themselves into the store when they meet; a rank that does not (Python's) stays unknown.
/// </summary>
internal sealed class GroupRoster
{
    // A process that was killed closes its connections a moment before it is gone.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private static readonly string[] Signs = ["connection", "timed out", "timeout", "broken pipe", "peer"];

    private readonly (int Rank, PeerProcess Process)[] _known;
    private readonly bool _complete;

    private GroupRoster((int Rank, PeerProcess Process)[] known, bool complete)
    {
        _known = known;
        _complete = complete;
    }

    internal static GroupRoster Empty { get; } = new([], false);

    /// <summary>Writes this process in. Call it before the group is made: its making waits for all ranks.</summary>
    /// <exception cref="TorchDistributedException">Another process has this rank, or thinks of another number of processes.</exception>
    internal static void Enter(Store store, int rank, int size)
    {
        if (store.add($"torchlight/{rank}/count", 1) > 1)
        {
            throw new TorchDistributedException($"Two processes have the rank {rank} of {size}: give each its own (the environment variable RANK).", rank: rank);
        }

        string agreed = System.Text.Encoding.UTF8.GetString(store.compare_set("torchlight/world_size", "", $"{size}"));
        if (agreed != $"{size}")
        {
            throw new TorchDistributedException(
                $"Rank {rank} was told that there are {size} processes, another rank that there are {agreed}: give all the same WORLD_SIZE.", rank: rank);
        }

        store.set($"torchlight/{rank}/process", PeerProcess.Current().Write());
    }

    /// <summary>Reads who the others are. Call it when the group is there.</summary>
    internal static GroupRoster Read(Store store, int rank, int[] globalRanks)
    {
        var known = new List<(int, PeerProcess)>();
        foreach (int other in globalRanks)
        {
            string key = $"torchlight/{other}/process";
            if (other != rank && store.check([key]) && PeerProcess.Read(System.Text.Encoding.UTF8.GetString(store.get(key))) is { } process)
            {
                known.Add((other, process));
            }
        }

        return new([.. known], known.Count == globalRanks.Length - 1 && known.TrueForAll(entry => entry.Item2.IsHere));
    }

    /// <summary>A sentence about the ranks that have not written themselves in; nothing where all have, or where the store is gone.</summary>
    internal static string Absent(Store store, int size)
    {
        try
        {
            int[] absent = [.. Enumerable.Range(0, size).Where(rank => !store.check([$"torchlight/{rank}/process"]))];
            return absent.Length == 0 ? "" : $"Not seen so far: {(absent.Length == 1 ? "rank" : "the ranks")} {string.Join(", ", absent)}. ";
        }
        catch (TorchDistributedException)
        {
            return ""; // the store has gone with its server; the failure that is reported says so
        }
    }

    /// <summary>The same processes, as far as they are in a smaller group.</summary>
    internal GroupRoster Only(int[] globalRanks)
    {
        var known = Array.FindAll(_known, entry => globalRanks.Contains(entry.Rank));
        return new(known, _complete);
    }

    /// <summary>Whether a message speaks of a broken connection or a time-out.</summary>
    internal static bool IsAboutOthers(string message) => Array.Exists(Signs, sign => message.Contains(sign, StringComparison.OrdinalIgnoreCase));

    /// <summary>The ranks that have ended, and a sentence about them for a message.</summary>
    /// <param name="message">What went wrong: only a broken connection or a time-out has to do with the others.</param>
    internal (int[] Ranks, string Story) Lost(string message)
    {
        if (!IsAboutOthers(message))
        {
            return ([], "");
        }

        long start = Environment.TickCount64;
        while (true)
        {
            var lost = Array.FindAll(_known, entry => entry.Process.HasEnded());
            if (lost.Length > 0)
            {
                string names = string.Join(" and ", lost.Select(entry => $"rank {entry.Rank} (process {entry.Process.Id})"));
                return (Array.ConvertAll(lost, entry => entry.Rank), $"{Environment.NewLine}{names} {(lost.Length > 1 ? "have" : "has")} ended.");
            }

            if (_known.Length == 0 || Environment.TickCount64 - start > Patience.TotalMilliseconds)
            {
                string story = _complete ? "All other ranks are running: one of them may be stuck, or not taking part in this operation." : "";
                return ([], story.Length == 0 ? "" : Environment.NewLine + story);
            }

            // The connection breaks before the system lists the process as ended, and nothing tells of a process that is no child of ours.
            Thread.Sleep(Pause);
        }
    }
}
