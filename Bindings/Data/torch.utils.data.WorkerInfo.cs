namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>Which worker of a loader the calling code runs in.</summary>
            /// <param name="id">The worker, from 0.</param>
            /// <param name="num_workers">How many there are.</param>
            /// <param name="seed">The worker's seed: the epoch's plus its id.</param>
            public sealed record WorkerInfo(int id, int num_workers, long seed)
            {
                [ThreadStatic]
                private static WorkerInfo? s_current;

                internal static WorkerInfo? Current
                {
                    get => s_current;
                    set => s_current = value;
                }
            }

            /// <summary>The worker that this code runs in, or null outside of a loader's worker threads (Python's name).</summary>
            public static WorkerInfo? get_worker_info() => WorkerInfo.Current;
        }
    }
}
