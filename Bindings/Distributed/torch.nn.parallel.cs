using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class parallel
        {
            /// <summary>Trains a module in several processes, each on its own data; call it in every process after <see cref="distributed.init_process_group"/>.</summary>
            /// <param name="module">The module, on its device.</param>
            /// <param name="broadcast_buffers">Whether rank 0's buffers go to all before each forward pass; default true.</param>
            /// <param name="process_group">The group; null for all processes.</param>
            /// <param name="bucket_cap_mb">How many MiB of gradients travel together; default 25.</param>
            /// <param name="find_unused_parameters">Whether some parameters may get no gradient in some steps; default false, which is faster.</param>
            /// <param name="gradient_as_bucket_view">Whether gradients are views of what travels, which saves memory; default false.</param>
            /// <returns>A module to call in the place of the one given.</returns>
            /// <exception cref="ArgumentException">No parameter collects a gradient.</exception>
            /// <exception cref="TorchDistributedException">The processes have different parameters; the message says which.</exception>
            public static DistributedDataParallel<T, TResult> DistributedDataParallel<T, TResult>(
                Module<T, TResult> module,
                bool broadcast_buffers = true,
                distributed.ProcessGroup? process_group = null,
                double bucket_cap_mb = 25,
                bool find_unused_parameters = false,
                bool gradient_as_bucket_view = false) =>
                new(module, new Replica(module, process_group, broadcast_buffers, bucket_cap_mb, find_unused_parameters, gradient_as_bucket_view));

            /// <summary>Trains a module of two inputs in several processes.</summary>
            /// <inheritdoc cref="DistributedDataParallel{T, TResult}(Module{T, TResult}, bool, distributed.ProcessGroup, double, bool, bool)"/>
            public static DistributedDataParallel<T1, T2, TResult> DistributedDataParallel<T1, T2, TResult>(
                Module<T1, T2, TResult> module,
                bool broadcast_buffers = true,
                distributed.ProcessGroup? process_group = null,
                double bucket_cap_mb = 25,
                bool find_unused_parameters = false,
                bool gradient_as_bucket_view = false) =>
                new(module, new Replica(module, process_group, broadcast_buffers, bucket_cap_mb, find_unused_parameters, gradient_as_bucket_view));
        }
    }
}
