using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class distributed
    {
        /// <summary>Combines a tensor over all ranks, in place; every rank gets the result.</summary>
        /// <param name="tensor">Of the same shape and type everywhere; dense.</param>
        /// <param name="op">How; default their sum.</param>
        /// <param name="group">The group; null for all processes.</param>
        /// <param name="async_op">True returns at once.</param>
        /// <returns>With <paramref name="async_op"/> the work to wait for, else null.</returns>
        /// <exception cref="TorchDistributedException">It failed; the message names the rank, and the ranks known to have ended.</exception>
        public static Work? all_reduce(Tensor tensor, ReduceOp op = ReduceOp.SUM, ProcessGroup? group = null, bool async_op = false)
        {
            ThrowIfUnordered(tensor, op);
            using var real = new RealView(tensor);
            nint data = real.Tensor.Handle;
            Work work = Of(group).Start($"all_reduce({Describe(tensor)}, {op})", (native, started) =>
                NativeMethods.tl_group_all_reduce(native, data, (int)op, started));
            GC.KeepAlive(tensor);
            return Finish(work, async_op);
        }

        /// <summary>Gives one rank's tensor to all, in place.</summary>
        /// <param name="tensor">What is sent on the source, what is filled elsewhere; of the same shape and type everywhere.</param>
        /// <param name="src">The source's rank among all processes.</param>
        /// <param name="group">The group; null for all processes.</param>
        /// <param name="async_op">True returns at once.</param>
        /// <returns>With <paramref name="async_op"/> the work to wait for, else null.</returns>
        /// <exception cref="TorchDistributedException">It failed; the message names the rank, and the ranks known to have ended.</exception>
        public static Work? broadcast(Tensor tensor, int src, ProcessGroup? group = null, bool async_op = false)
        {
            ProcessGroup over = Of(group);
            int root = over.RankOf(src, nameof(src));
            using var real = new RealView(tensor);
            nint data = real.Tensor.Handle;
            Work work = over.Start($"broadcast({Describe(tensor)}, src: {src})", (native, started) =>
                NativeMethods.tl_group_broadcast(native, data, root, started));
            GC.KeepAlive(tensor);
            return Finish(work, async_op);
        }

        /// <summary>Combines a tensor over all ranks; one rank gets the result in place, the others' tensors may change.</summary>
        /// <param name="tensor">Of the same shape and type everywhere; dense.</param>
        /// <param name="dst">The rank, among all processes, that gets the result.</param>
        /// <param name="op">How; default their sum.</param>
        /// <param name="group">The group; null for all processes.</param>
        /// <param name="async_op">True returns at once.</param>
        /// <returns>With <paramref name="async_op"/> the work to wait for, else null.</returns>
        /// <exception cref="TorchDistributedException">It failed; the message names the rank, and the ranks known to have ended.</exception>
        public static Work? reduce(Tensor tensor, int dst, ReduceOp op = ReduceOp.SUM, ProcessGroup? group = null, bool async_op = false)
        {
            ThrowIfUnordered(tensor, op);
            ProcessGroup over = Of(group);
            int root = over.RankOf(dst, nameof(dst));
            using var real = new RealView(tensor);
            nint data = real.Tensor.Handle;
            Work work = over.Start($"reduce({Describe(tensor)}, dst: {dst}, {op})", (native, started) =>
                NativeMethods.tl_group_reduce(native, data, root, (int)op, started));
            GC.KeepAlive(tensor);
            return Finish(work, async_op);
        }

        /// <summary>Waits until every rank is here.</summary>
        /// <param name="group">The group; null for all processes.</param>
        /// <param name="async_op">True returns at once.</param>
        /// <returns>With <paramref name="async_op"/> the work to wait for, else null.</returns>
        /// <exception cref="TorchDistributedException">A rank did not come; the message names this rank, and the ranks known to have ended.</exception>
        public static Work? barrier(ProcessGroup? group = null, bool async_op = false) =>
            Finish(Of(group).Start("barrier", NativeMethods.tl_group_barrier), async_op);

        /// <summary>Waits until every rank is here, and says on rank 0 which did not come. gloo only.</summary>
        /// <param name="group">The group; null for all processes.</param>
        /// <param name="timeout">How long; null for the group's own.</param>
        /// <param name="wait_all_ranks">Whether to name every rank that is missing (true), or the first (false, the default).</param>
        /// <exception cref="TorchDistributedException">A rank did not come; the message names it.</exception>
        public static void monitored_barrier(ProcessGroup? group = null, TimeSpan? timeout = null, bool wait_all_ranks = false)
        {
            ProcessGroup over = Of(group);
            over.Run("monitored_barrier", native =>
                NativeMethods.tl_group_monitored_barrier(native, Store.Milliseconds(timeout ?? over.Timeout), (byte)(wait_all_ranks ? 1 : 0)));
        }

        private static Work? Finish(Work work, bool asynchronous)
        {
            if (asynchronous)
            {
                return work;
            }

            work.Finish();
            return null;
        }

        private static string Describe(Tensor tensor) => Value.DescribeTensor(tensor.Handle);

        /// <summary>Pairs of real numbers can be added up as if they were complex, and nothing else.</summary>
        private static void ThrowIfUnordered(Tensor tensor, ReduceOp op)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            if (tensor.is_complex() && op is not (ReduceOp.SUM or ReduceOp.AVG))
            {
                throw new ArgumentException($"complex tensors can be combined with SUM and AVG only, not with {op}", nameof(op));
            }
        }

        /// <summary>A complex tensor as pairs of real numbers over the same memory, which is what the backends know; any other tensor as it is.</summary>
        private readonly ref struct RealView
        {
            private readonly Tensor? _view;

            internal RealView(Tensor tensor)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                _view = tensor.is_complex() ? ops.aten.view_as_real(tensor) : null;
                Tensor = _view ?? tensor;
            }

            internal Tensor Tensor { get; }

            public void Dispose() => _view?.Dispose();
        }
    }
}
