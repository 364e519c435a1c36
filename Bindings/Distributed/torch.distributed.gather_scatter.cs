using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class distributed
    {
        /// <summary>Gives every rank the tensors of all.</summary>
        /// <param name="tensor_list">Filled with one tensor for each rank, in the order of the ranks; of the shape and type of <paramref name="tensor"/>.</param>
        /// <param name="tensor">This rank's tensor.</param>
        /// <param name="group">The group; null for all processes.</param>
        /// <param name="async_op">True returns at once.</param>
        /// <returns>With <paramref name="async_op"/> the work to wait for, else null.</returns>
        /// <exception cref="ArgumentException">The list does not have one tensor for each rank.</exception>
        /// <exception cref="TorchDistributedException">It failed; the message names the rank, and the ranks known to have ended.</exception>
        public static Work? all_gather(IList<Tensor> tensor_list, Tensor tensor, ProcessGroup? group = null, bool async_op = false)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            ProcessGroup over = Of(group);
            nint[] outputs = HandlesForRanks(tensor_list, over, nameof(tensor_list));
            Work work = over.Start($"all_gather({Describe(tensor)})", (native, started) =>
            {
                fixed (nint* list = outputs)
                {
                    return NativeMethods.tl_group_all_gather(native, list, outputs.Length, tensor.Handle, started);
                }
            });
            GC.KeepAlive(tensor_list);
            return Finish(work, async_op);
        }

        /// <summary>Gives every rank the tensors of all, one behind the other.</summary>
        /// <param name="output_tensor">Filled; its first dimension is that of the input times the number of ranks. Contiguous.</param>
        /// <param name="input_tensor">This rank's tensor.</param>
        /// <param name="group">The group; null for all processes.</param>
        /// <param name="async_op">True returns at once.</param>
        /// <returns>With <paramref name="async_op"/> the work to wait for, else null.</returns>
        /// <exception cref="TorchDistributedException">It failed; the message names the rank, and the ranks known to have ended.</exception>
        public static Work? all_gather_into_tensor(Tensor output_tensor, Tensor input_tensor, ProcessGroup? group = null, bool async_op = false)
        {
            ArgumentNullException.ThrowIfNull(output_tensor);
            ArgumentNullException.ThrowIfNull(input_tensor);
            ProcessGroup over = Of(group);
            if (!output_tensor.is_contiguous() || output_tensor.numel() != input_tensor.numel() * over.size())
            {
                throw new ArgumentException(
                    $"the output is {Describe(output_tensor)} and has to be contiguous, with {over.size()} times the elements of the input, {Describe(input_tensor)}",
                    nameof(output_tensor));
            }

            // Views of the output's memory, in the input's shape: what is written to them is written there.
            using var scope = NewDisposeScope();
            var shape = input_tensor.shape;
            var parts = ops.aten.view(output_tensor, [over.size(), .. shape]);
            return all_gather([.. Enumerable.Range(0, over.size()).Select(rank => ops.aten.select_int(parts, 0, rank))], input_tensor, group, async_op);
        }

        /// <summary>Gives one rank the tensors of all.</summary>
        /// <param name="tensor">This rank's tensor.</param>
        /// <param name="gather_list">On <paramref name="dst"/>: filled with one tensor for each rank; elsewhere null.</param>
        /// <param name="dst">The rank, among all processes, that gets them.</param>
        /// <param name="group">The group; null for all processes.</param>
        /// <param name="async_op">True returns at once.</param>
        /// <returns>With <paramref name="async_op"/> the work to wait for, else null.</returns>
        /// <exception cref="ArgumentException">The list is missing on its rank, or given on another.</exception>
        /// <exception cref="TorchDistributedException">It failed; the message names the rank, and the ranks known to have ended.</exception>
        public static Work? gather(Tensor tensor, IList<Tensor>? gather_list = null, int dst = 0, ProcessGroup? group = null, bool async_op = false)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            ProcessGroup over = Of(group);
            int root = over.RankOf(dst, nameof(dst));
            nint[] outputs = HandlesAtRoot(gather_list, over, root, nameof(gather_list));
            Work work = over.Start($"gather({Describe(tensor)}, dst: {dst})", (native, started) =>
            {
                fixed (nint* list = outputs)
                {
                    return NativeMethods.tl_group_gather(native, list, outputs.Length, tensor.Handle, root, started);
                }
            });
            GC.KeepAlive(gather_list);
            return Finish(work, async_op);
        }

        /// <summary>Gives each rank one of a rank's tensors.</summary>
        /// <param name="tensor">Filled with this rank's.</param>
        /// <param name="scatter_list">On <paramref name="src"/>: one tensor for each rank, of the shape and type of <paramref name="tensor"/>; elsewhere null.</param>
        /// <param name="src">The source's rank among all processes.</param>
        /// <param name="group">The group; null for all processes.</param>
        /// <param name="async_op">True returns at once.</param>
        /// <returns>With <paramref name="async_op"/> the work to wait for, else null.</returns>
        /// <exception cref="ArgumentException">The list is missing on its rank, or given on another.</exception>
        /// <exception cref="TorchDistributedException">It failed; the message names the rank, and the ranks known to have ended.</exception>
        public static Work? scatter(Tensor tensor, IList<Tensor>? scatter_list = null, int src = 0, ProcessGroup? group = null, bool async_op = false)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            ProcessGroup over = Of(group);
            int root = over.RankOf(src, nameof(src));
            nint[] inputs = HandlesAtRoot(scatter_list, over, root, nameof(scatter_list));
            Work work = over.Start($"scatter({Describe(tensor)}, src: {src})", (native, started) =>
            {
                fixed (nint* list = inputs)
                {
                    return NativeMethods.tl_group_scatter(native, tensor.Handle, list, inputs.Length, root, started);
                }
            });
            GC.KeepAlive(scatter_list);
            return Finish(work, async_op);
        }

        /// <summary>Combines lists of tensors over all ranks; each rank gets the result of one place.</summary>
        /// <param name="output">Filled with the combination of every rank's <c>input_list[get_rank()]</c>.</param>
        /// <param name="input_list">One tensor for each rank, of the shape and type of <paramref name="output"/>.</param>
        /// <param name="op">How; default their sum.</param>
        /// <param name="group">The group; null for all processes.</param>
        /// <param name="async_op">True returns at once.</param>
        /// <returns>With <paramref name="async_op"/> the work to wait for, else null.</returns>
        /// <remarks>gloo has no such operation: there it is a <see cref="reduce"/> to each rank.</remarks>
        /// <exception cref="ArgumentException">The list does not have one tensor for each rank.</exception>
        /// <exception cref="TorchDistributedException">It failed; the message names the rank, and the ranks known to have ended.</exception>
        public static Work? reduce_scatter(
            Tensor output, IList<Tensor> input_list, ReduceOp op = ReduceOp.SUM, ProcessGroup? group = null, bool async_op = false)
        {
            ArgumentNullException.ThrowIfNull(output);
            ProcessGroup over = Of(group);
            bool isOneOperation = output.device_type == DeviceType.CUDA && over.Backend.Contains("nccl", StringComparison.Ordinal);
            nint[] inputs = HandlesForRanks(input_list, over, nameof(input_list));
            string what = $"reduce_scatter({Describe(output)}, {op})";
            Work work = isOneOperation
                ? over.Start(what, (native, started) =>
                {
                    fixed (nint* list = inputs)
                    {
                        return NativeMethods.tl_group_reduce_scatter(native, output.Handle, list, inputs.Length, (int)op, started);
                    }
                })
                : ReduceToEach(over, what, output, input_list, op);
            GC.KeepAlive(input_list);
            return Finish(work, async_op);
        }

        private static Work ReduceToEach(ProcessGroup over, string what, Tensor output, IList<Tensor> inputs, ReduceOp op)
        {
            // The works keep the copies; a reduction may write to them.
            using var scope = NewDisposeScope();
            using var guard = no_grad();
            return over.StartAll(what, over.size(), (native, root, started) =>
            {
                var part = root == over.rank() ? ops.aten.copy_(output, inputs[root]) : ops.aten.clone(inputs[root]);
                return NativeMethods.tl_group_reduce(native, part.Handle, root, (int)op, started);
            });
        }

        private static nint[] HandlesForRanks(IList<Tensor> tensors, ProcessGroup over, string argument)
        {
            ArgumentNullException.ThrowIfNull(tensors, argument);
            if (tensors.Count != over.size())
            {
                throw new ArgumentException($"the list has {tensors.Count} tensors, and the group {over.size()} ranks: pass one for each", argument);
            }

            return [.. tensors.Select(tensor => Tensor.HandleOf(tensor, argument))];
        }

        private static nint[] HandlesAtRoot(IList<Tensor>? tensors, ProcessGroup over, int root, string argument)
        {
            if (over.rank() == root)
            {
                return HandlesForRanks(tensors!, over, argument);
            }

            return tensors is null or { Count: 0 }
                ? []
                : throw new ArgumentException($"only rank {over.GlobalRankOf(root)} passes the list; leave it out on the others", argument);
        }
    }
}
