using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class cuda
    {
        /// <summary>
        /// Work on a CUDA device that is recorded once and run again as a whole (torch.cuda.CUDAGraph). Tensors keep their memory: new inputs are
        /// copied into those that were recorded. Needs libtorch 2.14.
        /// </summary>
        public sealed unsafe class CUDAGraph : IDisposable
        {
            private nint handle;

            /// <summary>Makes an empty graph.</summary>
            /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
            /// <exception cref="TorchNotImplementedException">libtorch is older than 2.14.</exception>
            public CUDAGraph()
            {
                Require("torch.cuda.CUDAGraph");
                nint made;
                NativeError.Check(NativeMethods.tl_graph_new(&made), "torch.cuda.CUDAGraph");
                handle = made;
            }

            private enum Step
            {
                Begin = 1,
                End = 2,
                Replay = 3,
                Reset = 4,
            }

            /// <summary>Records what goes to the current stream from here on, instead of running it; the stream must not be the default one.</summary>
            public void capture_begin() => Take(Step.Begin, "CUDAGraph.capture_begin");

            /// <summary>Ends the recording.</summary>
            public void capture_end() => Take(Step.End, "CUDAGraph.capture_end");

            /// <summary>Runs what was recorded.</summary>
            public void replay() => Take(Step.Replay, "CUDAGraph.replay");

            /// <summary>Forgets what was recorded.</summary>
            public void reset() => Take(Step.Reset, "CUDAGraph.reset");

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
