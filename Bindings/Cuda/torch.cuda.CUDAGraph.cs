using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class cuda
    {
        /// <summary>
        /// Work on a CUDA device that is recorded once and run again as a whole (torch.cuda.CUDAGraph). Tensors keep their memory: new inputs are
        /// copied into those that were recorded. Needs a shim built where CUDA's headers are, or libtorch 2.14.
        /// </summary>
        public sealed unsafe class CUDAGraph : IDisposable
        {
            private nint handle;

            /// <summary>Makes an empty graph.</summary>
            /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
            /// <exception cref="TorchNotImplementedException">libtorch is older than 2.14, and the shim was built without CUDA's headers.</exception>
            public CUDAGraph()
            {
                Require("torch.cuda.CUDAGraph");
                nint made;
                NativeError.Check(NativeMethods.tl_graph_new(&made), "torch.cuda.CUDAGraph");
                handle = made;
            }

            private enum Step
            {
                End = 2,
                Replay = 3,
                Reset = 4,
            }

            /// <summary>
            /// Records what goes to the current stream from here on, instead of running it; the stream must not be the default one.
            /// <see cref="graph"/> sees to that.
            /// </summary>
            /// <param name="pool">The <see cref="pool"/> of a graph to share memory with; both are then replayed in the order of their recording.</param>
            public void capture_begin((long, long)? pool = null)
            {
                ObjectDisposedException.ThrowIf(handle == 0, this);
                long* numbers = stackalloc long[2];
                (numbers[0], numbers[1]) = pool ?? (0, 0);
                NativeError.Check(NativeMethods.tl_graph_begin(handle, numbers), "CUDAGraph.capture_begin");
            }

            /// <summary>Ends the recording.</summary>
            public void capture_end() => Take(Step.End, "CUDAGraph.capture_end");

            /// <summary>Runs what was recorded.</summary>
            public void replay() => Take(Step.Replay, "CUDAGraph.replay");

            /// <summary>Forgets what was recorded.</summary>
            public void reset() => Take(Step.Reset, "CUDAGraph.reset");

            /// <summary>What names the memory of this graph, so that another may share it.</summary>
            public (long, long) pool()
            {
                ObjectDisposedException.ThrowIf(handle == 0, this);
                long* numbers = stackalloc long[2];
                NativeError.Check(NativeMethods.tl_graph_pool(handle, numbers), "CUDAGraph.pool");
                return (numbers[0], numbers[1]);
            }

            /// <summary>Frees the graph and the memory that it kept. Not left to the collector: other threads may be recording.</summary>
            public void Dispose()
            {
                nint owned = Interlocked.Exchange(ref handle, 0);
                if (owned != 0)
                {
                    NativeMethods.tl_graph_release(owned);
                }
            }

            private void Take(Step step, string what)
            {
                ObjectDisposedException.ThrowIf(handle == 0, this);
                NativeError.Check(NativeMethods.tl_graph_step(handle, (int)step), what);
            }
        }
    }
}
