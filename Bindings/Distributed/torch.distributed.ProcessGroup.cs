using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributed
    {
        /// <summary>Processes that talk to each other (Python's <c>torch.distributed.ProcessGroup</c>).</summary>
        public sealed class ProcessGroup : IDisposable
        {
            private readonly DistributedHandle? _handle;
            private readonly int[] _globalRanks;
            private readonly int _rank;
            private readonly GroupRoster _roster;

            /// <param name="handle">The native group, owned.</param>
            /// <param name="backend">What it talks over.</param>
            /// <param name="rank">This process's rank in it.</param>
            /// <param name="globalRanks">The ranks among all processes, in the group's order.</param>
            /// <param name="roster">Who is behind the ranks.</param>
            /// <param name="timeout">How long its operations may take.</param>
            internal ProcessGroup(nint handle, string backend, int rank, int[] globalRanks, GroupRoster roster, TimeSpan timeout)
            {
                _handle = new DistributedHandle(handle, DistributedHandle.Kind.Group);
                _rank = rank;
                _globalRanks = globalRanks;
                _roster = roster;
                Backend = backend;
                Timeout = timeout;
            }

            private ProcessGroup()
            {
                _rank = -1;
                _globalRanks = [];
                _roster = GroupRoster.Empty;
                Backend = "none";
            }

            /// <summary>What <see cref="new_group"/> gives a process that is not in the new group: its rank and size are -1, and nothing can be sent over it.</summary>
            /// <remarks>Python: <c>torch.distributed.GroupMember.NON_GROUP_MEMBER</c>.</remarks>
            public static ProcessGroup NonMember { get; } = new();

            internal string Backend { get; }

            internal TimeSpan Timeout { get; }

            /// <summary>This process's rank in the group; -1 if it is not in it.</summary>
            public int rank() => _rank;

            /// <summary>How many processes are in the group; -1 if this one is not.</summary>
            public int size() => _rank < 0 ? -1 : _globalRanks.Length;

            /// <summary>The rank in the group of a process that is known by its rank among all.</summary>
            /// <exception cref="ArgumentOutOfRangeException">It is not in the group.</exception>
            internal int RankOf(int globalRank, string argument)
            {
                int found = Array.IndexOf(_globalRanks, globalRank);
                return found >= 0
                    ? found
                    : throw new ArgumentOutOfRangeException(argument, globalRank, $"rank {globalRank} is not in this group, which has {Describe(_globalRanks)}");
            }

            internal int GlobalRankOf(int groupRank) => _globalRanks[groupRank];

            /// <summary>Runs a native call on the group.</summary>
            internal void Run(string what, DistributedHandle.Body<int> body) => Check(Native.Use(body), what);

            /// <summary>Starts an operation; what it is called goes into its errors.</summary>
            internal unsafe Work Start(string what, Starter body)
            {
                nint work = 0;
                Check(
                    Native.Use(native =>
                    {
                        nint started;
                        int status = body(native, &started);
                        work = started;
                        return status;
                    }),
                    what);
                return new Work(this, what, work);
            }

            /// <summary>Starts several operations that count as one.</summary>
            internal unsafe Work StartAll(string what, int count, PartStarter body)
            {
                var works = new nint[count];
                for (int part = 0; part < count; part++)
                {
                    Check(
                        Native.Use(native =>
                        {
                            nint started;
                            int status = body(native, part, &started);
                            works[part] = started;
                            return status;
                        }),
                        what);
                }

                return new Work(this, what, works);
            }

            /// <summary>Throws what a failed operation became, with this rank and the ranks known to have ended.</summary>
            internal void Check(int status, string what)
            {
                if (status == 0)
                {
                    return;
                }

                TorchException error = NativeError.Create(status, what);
                bool plain = error.GetType() == typeof(TorchException);
                if (error is not TorchDistributedException && !(plain && GroupRoster.IsAboutOthers(error.Message)))
                {
                    throw error;
                }

                var (lost, story) = _roster.Lost(error.Message);
                throw new TorchDistributedException(
                    $"rank {_rank} of {_globalRanks.Length}: {error.Message.TrimEnd()}{story}", error.NativeStackTrace, _rank, lost);
            }

            internal T Use<T>(DistributedHandle.Body<T> body) => Native.Use(body);

            /// <summary>Leaves the group; what is in flight ends first.</summary>
            public void Dispose() => _handle?.Dispose();

            /// <summary>The native call that starts an operation.</summary>
            internal unsafe delegate int Starter(nint group, nint* work);

            /// <summary>The native call that starts one of several operations.</summary>
            internal unsafe delegate int PartStarter(nint group, int part, nint* work);

            private DistributedHandle Native => _handle
                ?? throw new InvalidOperationException("This process is not in the group, so it cannot take part in its operations: ask get_rank(group) first.");

            private static string Describe(int[] ranks) => ranks.Length > 8 ? $"{ranks.Length} ranks" : $"the ranks {string.Join(", ", ranks)}";
        }
    }
}
