namespace TorchSharp;

public static partial class torch
{
    public static partial class profiler
    {
        /// <summary>What a profiler watches (Python's <c>ProfilerActivity</c>).</summary>
        public enum ProfilerActivity
        {
            /// <summary>Operators and ranges on the processor.</summary>
            CPU = 0,

            /// <summary>Kernels on CUDA devices.</summary>
            CUDA = 1,
        }
    }
}
