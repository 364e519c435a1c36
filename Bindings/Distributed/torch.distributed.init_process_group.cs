using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributed
    {
        /// <summary>Python's default: half an hour.</summary>
        private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(30);

        /// <summary>Joins the group of all processes; returns when all are there.</summary>
        /// <param name="backend">"gloo", "nccl", or "cpu:gloo,cuda:nccl"; null takes gloo, with NCCL for CUDA tensors where both are there.</param>
        /// <param name="init_method">
        /// How to find the others: "env://" (the default) reads RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT, as torchrun sets them; or "tcp://host:port".
        /// </param>
        /// <param name="timeout">How long to wait for the others, now and in each operation; default 30 minutes.</param>
        /// <param name="world_size">How many processes there are; -1 (the default) reads it.</param>
        /// <param name="rank">Which of them this is, from 0; -1 (the default) reads it.</param>
        /// <param name="store">Where to meet, instead of <paramref name="init_method"/>; needs <paramref name="world_size"/> and <paramref name="rank"/>.</param>
        /// <exception cref="ArgumentException">A setting is missing or out of range; the message names it.</exception>
        /// <exception cref="InvalidOperationException">This process has joined already.</exception>
        /// <exception cref="TorchDistributedException">The others could not be met; the message says why and what to do.</exception>
        public static void init_process_group(
            string? backend = null, string? init_method = null, TimeSpan? timeout = null, int world_size = -1, int rank = -1, Store? store = null)
        {
            lock (Gate)
            {
                if (is_initialized())
                {
                    throw new InvalidOperationException("The default process group has been initialized already: call destroy_process_group first.");
                }

                Require();
                TimeSpan patience = timeout ?? DefaultTimeout;
                GroupMaker maker;
                if (store is null)
                {
                    Rendezvous meeting = Rendezvous.Parse(init_method, world_size, rank);
                    maker = new GroupMaker(meeting.Open(patience), ownsStore: true, meeting.Rank, meeting.WorldSize, patience);
                }
                else if (rank < 0 || world_size < 1 || rank >= world_size || init_method is not null)
                {
                    throw new ArgumentException("init_process_group: with a store pass rank and world_size, and no init_method.", nameof(store));
                }
                else
                {
                    maker = new GroupMaker(store, ownsStore: false, rank, world_size, patience);
                }

                try
                {
                    Volatile.Write(ref defaultGroup, maker.MakeDefault(backend ?? DefaultBackend));
                    groupMaker = maker;
                }
                catch
                {
                    maker.Dispose();
                    throw;
                }
            }
        }

        /// <summary>Leaves a group.</summary>
        /// <param name="group">The group; null leaves the group of all processes, and all others with it.</param>
        /// <exception cref="InvalidOperationException">No group has been initialized.</exception>
        public static void destroy_process_group(ProcessGroup? group = null)
        {
            lock (Gate)
            {
                ProcessGroup leaving = Of(group);
                leaving.Dispose();
                if (ReferenceEquals(leaving, defaultGroup))
                {
                    Volatile.Write(ref defaultGroup, null);
                    groupMaker?.Dispose();
                    groupMaker = null;
                }
            }
        }

        /// <summary>Makes a group of some of the processes. Every process has to call it, with the same ranks, whether or not it is among them.</summary>
        /// <param name="ranks">The ranks; null for all.</param>
        /// <param name="timeout">How long operations may take; null for the group of all processes' own.</param>
        /// <param name="backend">As in <see cref="init_process_group"/>; null for the group of all processes' own.</param>
        /// <returns>The group; <see cref="ProcessGroup.NonMember"/> for a process that is not among the ranks.</returns>
        /// <exception cref="ArgumentException">A rank is out of range or named twice.</exception>
        public static ProcessGroup new_group(IReadOnlyList<int>? ranks = null, TimeSpan? timeout = null, string? backend = null)
        {
            lock (Gate)
            {
                ProcessGroup all = Of(null);
                int[] members = ranks is null ? [.. Enumerable.Range(0, all.size())] : [.. ranks.Order()];
                if (members.Length == 0 || members[0] < 0 || members[^1] >= all.size() || members.Distinct().Count() != members.Length)
                {
                    throw new ArgumentException(
                        $"new_group([{string.Join(", ", members)}]): ranks are named once each, and lie between 0 and {all.size() - 1}.", nameof(ranks));
                }

                return groupMaker!.Make(members, backend ?? all.Backend, timeout ?? all.Timeout);
            }
        }

        private static string DefaultBackend => is_nccl_available() && cuda.is_available() && NativeLibraries.LibtorchVersion[0] != '1'
            ? "cpu:gloo,cuda:nccl"
            : "gloo";
    }
}
