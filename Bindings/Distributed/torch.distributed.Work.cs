using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributed
    {
        /// <summary>An operation in flight (Python's <c>torch.distributed.Work</c>). The tensors in it are kept until it is over.</summary>
        public sealed class Work : IDisposable
        {
            private readonly ProcessGroup _group;
            private readonly string _what;
            private readonly DistributedHandle[] _parts;

            internal Work(ProcessGroup group, string what, params nint[] parts)
            {
                _group = group;
                _what = what;
                _parts = Array.ConvertAll(parts, part => new DistributedHandle(part, DistributedHandle.Kind.Work));
            }

            /// <summary>Waits until the operation is over on this rank.</summary>
            /// <param name="timeout">How long; null (the default) as long as the group allows.</param>
            /// <returns>True.</returns>
            /// <exception cref="TorchDistributedException">It failed, or took too long; the message names the rank, and the ranks known to have ended.</exception>
            public bool wait(TimeSpan? timeout = null)
            {
                long milliseconds = timeout is { } given ? Store.Milliseconds(given) : 0;
                foreach (DistributedHandle part in _parts)
                {
                    _group.Check(part.Use(native => NativeMethods.tl_work_wait(native, milliseconds)), _what);
                }

                return true;
            }

            /// <summary>Whether the operation is over, well or not.</summary>
            public unsafe bool is_completed() => Array.TrueForAll(_parts, part =>
            {
                byte completed = 0;
                _group.Check(part.Use(native =>
                {
                    byte result;
                    int status = NativeMethods.tl_work_completed(native, &result);
                    completed = result;
                    return status;
                }), _what);
                return completed != 0;
            });

            /// <summary>Forgets the operation; it goes on.</summary>
            public void Dispose()
            {
                foreach (DistributedHandle part in _parts)
                {
                    part.Dispose();
                }
            }

            /// <summary>Waits, and forgets the operation.</summary>
            internal void Finish()
            {
                using (this)
                {
                    wait();
                }
            }

            /// <summary>The rank, in the group, that a received tensor came from.</summary>
            internal unsafe int SourceRank()
            {
                int rank = 0;
                _group.Check(_parts[0].Use(native =>
                {
                    int result;
                    int status = NativeMethods.tl_work_source_rank(native, &result);
                    rank = result;
                    return status;
                }), _what);
                return rank;
            }
        }
    }
}
