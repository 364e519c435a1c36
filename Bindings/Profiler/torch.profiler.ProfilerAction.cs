namespace TorchSharp;

public static partial class torch
{
    public static partial class profiler
    {
        /// <summary>What a profiler does in a step (Python's <c>ProfilerAction</c>).</summary>
        public enum ProfilerAction
        {
            /// <summary>Nothing.</summary>
            NONE = 0,

            /// <summary>It records and throws away: the first recorded step is slower than others.</summary>
            WARMUP = 1,

            /// <summary>It records.</summary>
            RECORD = 2,

            /// <summary>It records, and hands the trace out at the end of the step.</summary>
            RECORD_AND_SAVE = 3,
        }
    }
}
