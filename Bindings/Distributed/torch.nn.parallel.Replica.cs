using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Modules that several processes train together (Python's <c>torch.nn.parallel</c>).</summary>
        public static partial class parallel
        {
            /// <summary>
            /// A module of which every process trains a copy: what <see cref="DistributedDataParallel{T, TResult}"/> does around <c>forward</c>, for code
            /// that calls something else, as a Trainer calls <c>training_step</c>.
            /// </summary>
            /// <remarks>
            /// All copies start from rank 0's parameters and buffers; their gradients are averaged while backward computes them, so every process takes the
            /// same optimizer step.
            /// </remarks>
            public sealed class Replica : IDisposable
            {
                private const long BroadcastBytes = 250 * 1024 * 1024;

                private readonly distributed.ProcessGroup _group;
                private readonly distributed.Reducer _reducer;
                private readonly Tensor[] _buffers;
                private readonly bool _broadcastBuffers;
                private readonly bool _findUnused;
                private bool _syncGradients = true;
                private bool _buffersMayDiffer = true;

                /// <summary>Checks that all processes have the same parameters, gives them rank 0's values, and hooks on to their gradients.</summary>
                /// <param name="module">The module, on its device.</param>
                /// <param name="process_group">The group; null for all processes.</param>
                /// <param name="broadcast_buffers">Whether rank 0's buffers go to all before each forward pass; default true.</param>
                /// <param name="bucket_cap_mb">How many MiB of gradients travel together; default 25.</param>
                /// <param name="find_unused_parameters">Whether some parameters may get no gradient in some steps; default false, which is faster.</param>
                /// <param name="gradient_as_bucket_view">Whether gradients are views of what travels, which saves memory; default false.</param>
                /// <exception cref="ArgumentException">No parameter collects a gradient.</exception>
                /// <exception cref="TorchDistributedException">The processes have different parameters; the message says which.</exception>
                public Replica(
                    Module module,
                    distributed.ProcessGroup? process_group = null,
                    bool broadcast_buffers = true,
                    double bucket_cap_mb = 25,
                    bool find_unused_parameters = false,
                    bool gradient_as_bucket_view = false)
                {
                    ArgumentNullException.ThrowIfNull(module);
                    ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bucket_cap_mb);
                    _group = distributed.Of(process_group);
                    _broadcastBuffers = broadcast_buffers;
                    _findUnused = find_unused_parameters;
                    _buffers = [.. module.buffers()];
                    (string, Parameter)[] trained = [.. module.named_parameters().Where(entry => entry.parameter.requires_grad)];
                    if (trained.Length == 0)
                    {
                        throw new ArgumentException("no parameter of the module collects a gradient, so there is nothing to average", nameof(module));
                    }

                    Verify([.. trained.Select(entry => entry.Item2)]);
                    BroadcastAll([.. module.parameters(), .. _buffers]);
                    _reducer = new distributed.Reducer(
                        trained, _group, (long)(bucket_cap_mb * 1024 * 1024), find_unused_parameters, gradient_as_bucket_view);
                }

                /// <summary>Call it before each forward pass.</summary>
                public void BeforeForward()
                {
                    bool recording = is_grad_enabled();
                    if (recording && _syncGradients)
                    {
                        _reducer.prepare_for_forward();
                    }

                    if (recording)
                    {
                        _reducer.rebuild_buckets();
                    }

                    if (_buffersMayDiffer)
                    {
                        SyncBuffers();
                    }
                }

                /// <summary>Call it after each forward pass, before backward.</summary>
                /// <param name="result">What it gave: tensors, and tuples, lists and dictionaries of them.</param>
                /// <returns>The same.</returns>
                public T AfterForward<T>(T result)
                {
                    _buffersMayDiffer = is_grad_enabled() && _syncGradients;
                    if (_buffersMayDiffer)
                    {
                        List<Tensor> outputs = [];
                        if (_findUnused)
                        {
                            TensorTree.Collect(result, outputs);
                        }

                        _reducer.prepare_for_backward(outputs);
                    }

                    return result;
                }

                /// <summary>
                /// Until the result is disposed, gradients stay on their process and add up; the next pass outside sends the sum. The forward passes belong
                /// inside too.
                /// </summary>
                public IDisposable no_sync() => new NoSync(this);

                /// <summary>Gives all processes rank 0's buffers, such as running means: what evaluating the module itself, without a pass through here, needs.</summary>
                public void SyncBuffers()
                {
                    if (_broadcastBuffers && _buffers.Length > 0)
                    {
                        BroadcastAll(_buffers);
                    }
                }

                /// <summary>Takes the hooks off the parameters; the module stays.</summary>
                public void Dispose() => _reducer.Dispose();

                private unsafe void BroadcastAll(Tensor[] tensors) => WithHandles(tensors, "broadcasting the module", (group, handles, count) =>
                    NativeMethods.tl_group_broadcast_coalesced(group, handles, count, BroadcastBytes, 0));

                /// <summary>libtorch tells only the ranks that differ from rank 0; here all are told, so that none waits for the others in vain.</summary>
                private unsafe void Verify(Tensor[] tensors)
                {
                    TorchException? own = null;
                    try
                    {
                        WithHandles(tensors, "comparing the modules", NativeMethods.tl_group_verify_parameters);
                    }
                    catch (TorchException error)
                    {
                        own = error;
                    }

                    using var differs = full([1], own is null ? 0 : 1, dtype: ScalarType.Int32, device: tensors[0].device);
                    distributed.all_reduce(differs, distributed.ReduceOp.MAX, _group);
                    if (own is not null || differs.item<int>() != 0)
                    {
                        throw own ?? new TorchDistributedException(
                            $"rank {_group.rank()} of {_group.size()}: the parameters of another rank's module differ from rank 0's; that rank says which.", rank: _group.rank());
                    }
                }

                private unsafe delegate int TensorCall(nint group, nint* handles, int count);

                private unsafe void WithHandles(Tensor[] tensors, string what, TensorCall call)
                {
                    nint[] handles = Array.ConvertAll(tensors, tensor => tensor.Handle);
                    _group.Run(what, group =>
                    {
                        fixed (nint* list = handles)
                        {
                            return call(group, list, handles.Length);
                        }
                    });
                    GC.KeepAlive(tensors);
                }

                private sealed class NoSync : IDisposable
                {
                    private readonly Replica _replica;
                    private readonly bool _before;

                    internal NoSync(Replica replica)
                    {
                        _replica = replica;
                        _before = replica._syncGradients;
                        replica._syncGradients = false;
                    }

                    public void Dispose() => _replica._syncGradients = _before;
                }
            }
        }
    }
}
