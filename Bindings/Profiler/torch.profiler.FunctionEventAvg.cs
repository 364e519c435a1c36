namespace TorchSharp;

public static partial class torch
{
    public static partial class profiler
    {
        /// <summary>All calls of one name, summed up (Python's <c>FunctionEventAvg</c>). Times are microseconds.</summary>
        /// <param name="key">The name.</param>
        /// <param name="input_shapes">The shapes of the arguments, if calls were told apart by them; empty otherwise.</param>
        /// <param name="count">How many calls.</param>
        /// <param name="cpu_time_total">How long they took.</param>
        /// <param name="self_cpu_time_total">How long they took without their parts.</param>
        /// <param name="cpu_memory_usage">Bytes that they took and did not give back.</param>
        /// <param name="self_cpu_memory_usage">Bytes that they took and did not give back, without their parts.</param>
        public sealed record FunctionEventAvg(
            string key, string input_shapes, int count, double cpu_time_total, double self_cpu_time_total, long cpu_memory_usage,
            long self_cpu_memory_usage)
        {
            /// <summary>How long one call took on average.</summary>
            public double cpu_time => cpu_time_total / count;
        }
    }
}
