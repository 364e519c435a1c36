using TorchSharp.Interop;
using static TorchSharp.torch.distributed;

namespace TorchSharp;

/// <summary>Makes the groups of one meeting of processes. The keys in the store are named as Python names them, so that its ranks and ours meet.</summary>
internal sealed class GroupMaker : IDisposable
{
    private readonly Store _root;
    private readonly bool _ownsRoot;
    private readonly PrefixStore _store;
    private readonly PrefixStore _roll;
    private readonly string? _address;
    private readonly int _rank;
    private readonly int _size;
    private readonly TimeSpan _timeout;
    private GroupRoster _roster = GroupRoster.Empty;

    // Groups are numbered in the order of their making, which is the same on every rank; the number is the name.
    private int _made;

    internal GroupMaker(Store root, bool ownsStore, int rank, int size, TimeSpan timeout)
    {
        (_root, _ownsRoot, _rank, _size, _timeout) = (root, ownsStore, rank, size, timeout);
        _address = LocalAddress(root);
        _store = new PrefixStore("default_pg", root);
        _store.set_timeout(timeout);
        _roll = new PrefixStore("roll", _store);
    }

    private static int Major => NativeLibraries.LibtorchVersion[0] - '0';

    /// <summary>The group of all processes.</summary>
    internal ProcessGroup MakeDefault(string backend)
    {
        try
        {
            GroupRoster.Enter(_roll, _rank, _size);
            int[] all = [.. Enumerable.Range(0, _size)];
            return Make(all, backend, _timeout, () => _roster = GroupRoster.Read(_roll, _rank, all));
        }
        catch (TorchDistributedException error) when (error.Rank is null)
        {
            // The store names no rank. It goes away while ranks still use it when the one that serves it gives up: what it saw is worth a look.
            throw NotJoined(error);
        }
    }

    /// <summary>A group of some of the processes; every process calls this for every group.</summary>
    /// <param name="members">Their ranks, in order.</param>
    /// <param name="backend">What to talk over.</param>
    /// <param name="timeout">How long operations may take.</param>
    internal ProcessGroup Make(int[] members, string backend, TimeSpan timeout) => Make(members, backend, timeout, () => _roster.Only(members));

    public void Dispose()
    {
        _roll.Dispose();
        _store.Dispose();
        if (_ownsRoot)
        {
            _root.Dispose();
        }
    }

    private ProcessGroup Make(int[] members, string backend, TimeSpan timeout, Func<GroupRoster> roster)
    {
        string name = Major < 2 ? $"{_made++}" : $"{_made++}/";
        int own = Array.IndexOf(members, _rank);
        ProcessGroup group = own < 0
            ? ProcessGroup.NonMember
            : new ProcessGroup(Open(name, backend, own, members.Length, timeout), backend, own, members, roster(), timeout);
        if (Major < 2)
        {
            MeetAtStore();
            if (own >= 0)
            {
                group.Run("joining", NativeMethods.tl_group_set_sequence_number);
            }
        }

        return group;
    }

    private unsafe nint Open(string name, string backend, int rank, int size, TimeSpan timeout)
    {
        using var store = new PrefixStore(name, _store);
        nint group = 0;
        int status = store.Handle.Use(native =>
        {
            using var text = new Utf8Argument(backend);
            using var address = new Utf8Argument(_address);
            nint made;
            int code = NativeMethods.tl_group_new(native, rank, size, text.Pointer, address.Pointer, Store.Milliseconds(timeout), &made);
            group = made;
            return code;
        });
        if (status == 0)
        {
            return group;
        }

        TorchException error = NativeError.Create(status, $"joining a group over {backend}");
        throw error is TorchDistributedException ? NotJoined(error) : error;
    }

    private TorchDistributedException NotJoined(TorchException error) => new(
        $"rank {_rank} of {_size} could not join: {error.Message.TrimEnd()}{Environment.NewLine}{GroupRoster.Absent(_roll, _size)}"
        + $"See whether all {_size} ranks run, each with its own RANK and all with the same WORLD_SIZE.",
        error.NativeStackTrace,
        _rank);

    /// <summary>Ranks that meet over the loopback address are all on this machine, and need not ask what its name resolves to.</summary>
    private static string? LocalAddress(Store store) => store switch
    {
        PrefixStore part => LocalAddress(part.underlying_store),
        TCPStore { host: "localhost" or "127.0.0.1" } => "127.0.0.1",
        _ => null,
    };

    /// <summary>Python's ranks wait here for everybody before version 2.0: each adds one to a counter and waits until all have.</summary>
    private void MeetAtStore()
    {
        string key = $"store_based_barrier_key:{_made}";
        long start = Environment.TickCount64;
        for (long here = _store.add(key, 1); here < _size; here = _store.add(key, 0))
        {
            if (Environment.TickCount64 - start > _timeout.TotalMilliseconds)
            {
                throw new TorchDistributedException($"rank {_rank} of {_size}: only {here} of {_size} ranks had come after {_timeout.TotalSeconds:0} s.", rank: _rank);
            }

            // The counter is read again, as Python does: the store's own wait is for keys that appear, not for values that change.
            Thread.Sleep(TimeSpan.FromMilliseconds(5));
        }
    }
}
