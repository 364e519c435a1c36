namespace TorchSharp;

public static partial class torch
{
    public static partial class cuda
    {
        /// <summary>
        /// Records this thread's work into a graph until the result is disposed, on the same thread (Python's with torch.cuda.graph). It goes to a
        /// stream of its own, behind all that was queued before; cached memory is given back first, so that the graph finds room.
        /// </summary>
        /// <param name="cuda_graph">The graph, empty or reset.</param>
        /// <param name="pool">The <see cref="CUDAGraph.pool"/> of a graph to share memory with.</param>
        /// <param name="stream">The stream to record on, not a default one; null for one of the pool.</param>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        public static IDisposable graph(CUDAGraph cuda_graph, (long, long)? pool = null, Stream? stream = null)
        {
            ArgumentNullException.ThrowIfNull(cuda_graph);
            Require("torch.cuda.graph");
            synchronize();

            // A tensor that is freed while a graph is recorded may break the recording: what is unreachable goes before.
            GC.Collect();
            GC.WaitForPendingFinalizers();
            EmptyCacheWhereOpen();

            Action leave = Enter(stream ?? new Stream());
            try
            {
                cuda_graph.capture_begin(pool);
            }
            catch
            {
                leave();
                throw;
            }

            return new Restored(() =>
            {
                try
                {
                    cuda_graph.capture_end();
                }
                finally
                {
                    leave();
                }
            });
        }

        // Recording works without; only a shim without access to the allocator cannot do it.
        private static void EmptyCacheWhereOpen()
        {
            try
            {
                empty_cache();
            }
            catch (TorchNotImplementedException)
            {
                // The graph makes do with the memory that is left.
            }
        }
    }
}
