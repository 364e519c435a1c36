using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class distributed
    {
        /// <summary>Sends a tensor to a rank, and waits until it is sent.</summary>
        /// <param name="tensor">The tensor; dense.</param>
        /// <param name="dst">The rank among all processes.</param>
        /// <param name="group">The group; null for all processes.</param>
        /// <param name="tag">A number that the receiver asks for.</param>
        /// <exception cref="TorchDistributedException">It failed; the message names both ranks.</exception>
        public static void send(Tensor tensor, int dst, ProcessGroup? group = null, int tag = 0) => isend(tensor, dst, group, tag).Finish();

        /// <summary>Receives a tensor in place.</summary>
        /// <param name="tensor">What is filled; of the sent one's shape and type.</param>
        /// <param name="src">The rank, among all processes, to receive from; null for any.</param>
        /// <param name="group">The group; null for all processes.</param>
        /// <param name="tag">The number that the sender gave.</param>
        /// <returns>The rank that sent it.</returns>
        /// <exception cref="TorchDistributedException">It failed; the message names the ranks.</exception>
        public static int recv(Tensor tensor, int? src = null, ProcessGroup? group = null, int tag = 0)
        {
            using Work work = irecv(tensor, src, group, tag);
            work.wait();
            return src ?? Of(group).GlobalRankOf(work.SourceRank());
        }

        /// <summary>Begins to send a tensor to a rank; do not change it before the work is over.</summary>
        /// <inheritdoc cref="send"/>
        /// <returns>The work to wait for.</returns>
        public static Work isend(Tensor tensor, int dst, ProcessGroup? group = null, int tag = 0)
        {
            ProcessGroup over = Of(group);
            int receiver = over.RankOf(dst, nameof(dst));
            if (receiver == over.rank())
            {
                throw new ArgumentException($"rank {dst} is this process: a rank cannot send to itself", nameof(dst));
            }

            using var real = new RealView(tensor);
            nint data = real.Tensor.Handle;
            Work work = over.Start($"send({Describe(tensor)}, dst: {dst})", (native, started) =>
                NativeMethods.tl_group_send(native, data, receiver, tag, started));
            GC.KeepAlive(tensor);
            return work;
        }

        /// <summary>Begins to receive a tensor in place.</summary>
        /// <inheritdoc cref="recv"/>
        /// <returns>The work to wait for.</returns>
        public static Work irecv(Tensor tensor, int? src = null, ProcessGroup? group = null, int tag = 0)
        {
            ProcessGroup over = Of(group);
            int sender = src is { } named ? over.RankOf(named, nameof(src)) : -1;
            if (sender == over.rank())
            {
                throw new ArgumentException($"rank {src} is this process: a rank cannot receive from itself", nameof(src));
            }

            using var real = new RealView(tensor);
            nint data = real.Tensor.Handle;
            Work work = over.Start($"recv({Describe(tensor)}, src: {(src is { } from ? $"{from}" : "any")})", (native, started) =>
                NativeMethods.tl_group_recv(native, data, sender, tag, started));
            GC.KeepAlive(tensor);
            return work;
        }
    }
}
