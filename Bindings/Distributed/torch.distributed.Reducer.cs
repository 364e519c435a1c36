using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributed
    {
        /// <summary>
        /// Averages the gradients of parameters over a group while backward computes them, in buckets, so that talking and computing overlap
        /// (Python's <c>torch.distributed.Reducer</c>). <see cref="nn.parallel.Replica"/> drives it.
        /// </summary>
        public sealed unsafe class Reducer : IDisposable
        {
            // libtorch's own: a small bucket goes first, so that talking begins early.
            private const long FirstBucketBytes = 1024 * 1024;

            private readonly DistributedHandle _handle;
            private readonly ProcessGroup _group;

            /// <summary>Hooks itself to the parameters. Every rank makes it with the same ones.</summary>
            /// <param name="parameters">The parameters, each with its name for messages; all collect gradients.</param>
            /// <param name="process_group">The group; null for all processes.</param>
            /// <param name="bucket_bytes_cap">How big a bucket may be.</param>
            /// <param name="find_unused_parameters">Whether <see cref="prepare_for_backward"/> looks for parameters that backward will not reach.</param>
            /// <param name="gradient_as_bucket_view">Whether gradients are views of the buckets, which saves their copy.</param>
            public Reducer(
                IReadOnlyList<(string name, Parameter parameter)> parameters,
                ProcessGroup? process_group = null,
                long bucket_bytes_cap = 25 * 1024 * 1024,
                bool find_unused_parameters = false,
                bool gradient_as_bucket_view = false)
            {
                ArgumentNullException.ThrowIfNull(parameters);
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bucket_bytes_cap);
                _group = Of(process_group);
                nint[] handles = [.. parameters.Select(entry => Tensor.HandleOf(entry.parameter, nameof(parameters)))];
                string[] names = [.. parameters.Select(entry => entry.name)];
                nint reducer = 0;
                _group.Run("DistributedDataParallel", native =>
                {
                    using var texts = new Utf8Strings(names);
                    nint made;
                    fixed (nint* tensors = handles)
                    {
                        int status = NativeMethods.tl_reducer_new(
                            tensors, texts.Pointers, handles.Length, native, bucket_bytes_cap, Math.Min(FirstBucketBytes, bucket_bytes_cap),
                            Flag(find_unused_parameters), Flag(gradient_as_bucket_view), &made);
                        reducer = made;
                        return status;
                    }
                });
                GC.KeepAlive(parameters);
                _handle = new DistributedHandle(reducer, DistributedHandle.Kind.Reducer);
            }

            /// <summary>Call it before a forward pass whose gradients will be averaged.</summary>
            public void prepare_for_forward() => Run("forward", NativeMethods.tl_reducer_prepare_for_forward);

            /// <summary>Call it between that forward pass and backward.</summary>
            /// <param name="outputs">With <c>find_unused_parameters</c> the tensors that backward will start from, else none.</param>
            public void prepare_for_backward(IReadOnlyList<Tensor> outputs)
            {
                ArgumentNullException.ThrowIfNull(outputs);
                nint[] handles = [.. outputs.Select(output => Tensor.HandleOf(output, nameof(outputs)))];
                Run("backward", native =>
                {
                    fixed (nint* tensors = handles)
                    {
                        return NativeMethods.tl_reducer_prepare_for_backward(native, tensors, handles.Length);
                    }
                });
                GC.KeepAlive(outputs);
            }

            /// <summary>Once, after the first backward: orders the buckets as gradients came. Call it before each forward pass.</summary>
            /// <returns>Whether it did.</returns>
            public bool rebuild_buckets()
            {
                bool result = false;
                Run("rebuild_buckets", native =>
                {
                    byte rebuilt;
                    int status = NativeMethods.tl_reducer_rebuild_buckets(native, &rebuilt);
                    result = rebuilt != 0;
                    return status;
                });
                return result;
            }

            /// <summary>Takes the hooks off the parameters.</summary>
            public void Dispose() => _handle.Dispose();

            private static byte Flag(bool value) => value ? (byte)1 : (byte)0;

            private void Run(string what, DistributedHandle.Body<int> body) => _group.Check(_handle.Use(body), $"DistributedDataParallel, {what}");
        }
    }
}
