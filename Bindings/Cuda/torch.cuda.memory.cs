using System.Globalization;
using System.Text;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class cuda
    {
        private static readonly string[] Groups =
        [
            "allocation", "segment", "active", "inactive_split", "allocated_bytes", "reserved_bytes", "active_bytes", "inactive_split_bytes",
            "requested_bytes",
        ];

        private static readonly string[] Pools = ["all", "small_pool", "large_pool"];
        private static readonly string[] Numbers = ["current", "peak", "allocated", "freed"];

        /// <summary>Gives memory that is cached and unused back to the device (torch.cuda.empty_cache); nothing happens without CUDA.</summary>
        /// <exception cref="TorchNotImplementedException">libtorch is older than 2.9, and the shim was built without CUDA's headers.</exception>
        public static void empty_cache()
        {
            if (is_available())
            {
                DeviceCode.Cuda.EmptyCache("torch.cuda.empty_cache");
            }
        }

        /// <summary>
        /// The allocator's account of a device, by Python's names such as <c>allocated_bytes.all.current</c> (torch.cuda.memory_stats); empty
        /// without CUDA.
        /// </summary>
        /// <param name="device">The device; null for the current one.</param>
        /// <exception cref="TorchNotImplementedException">libtorch is older than 2.9, and the shim was built without CUDA's headers.</exception>
        public static IReadOnlyDictionary<string, long> memory_stats(Device? device = null)
        {
            const string What = "torch.cuda.memory_stats";
            return is_available() ? Named(DeviceCode.Cuda.MemoryStatistics(IndexOf(device, What), What)) : new Dictionary<string, long>();
        }

        /// <summary>Bytes that tensors hold on a device (torch.cuda.memory_allocated); 0 without CUDA.</summary>
        /// <param name="device">The device; null for the current one.</param>
        public static long memory_allocated(Device? device = null) => Statistic("allocated_bytes.all.current", device);

        /// <summary>The most bytes that tensors held since the start or the last reset (torch.cuda.max_memory_allocated); 0 without CUDA.</summary>
        /// <param name="device">The device; null for the current one.</param>
        public static long max_memory_allocated(Device? device = null) => Statistic("allocated_bytes.all.peak", device);

        /// <summary>Bytes that the allocator took from a device, cached ones included (torch.cuda.memory_reserved); 0 without CUDA.</summary>
        /// <param name="device">The device; null for the current one.</param>
        public static long memory_reserved(Device? device = null) => Statistic("reserved_bytes.all.current", device);

        /// <summary>The most bytes that the allocator took since the start or the last reset (torch.cuda.max_memory_reserved); 0 without CUDA.</summary>
        /// <param name="device">The device; null for the current one.</param>
        public static long max_memory_reserved(Device? device = null) => Statistic("reserved_bytes.all.peak", device);

        /// <summary>Lets the peaks start again at what is current (torch.cuda.reset_peak_memory_stats).</summary>
        /// <param name="device">The device; null for the current one.</param>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        public static void reset_peak_memory_stats(Device? device = null) => Reset(device, peaks: true, "torch.cuda.reset_peak_memory_stats");

        /// <summary>Sets the sums of what was allocated and freed to 0 (torch.cuda.reset_accumulated_memory_stats).</summary>
        /// <param name="device">The device; null for the current one.</param>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        public static void reset_accumulated_memory_stats(Device? device = null) =>
            Reset(device, peaks: false, "torch.cuda.reset_accumulated_memory_stats");

        /// <summary>Bytes free and bytes in all on a device, by whoever holds the rest (torch.cuda.mem_get_info).</summary>
        /// <param name="device">The device; null for the current one.</param>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        public static (long free, long total) mem_get_info(Device? device = null)
        {
            const string What = "torch.cuda.mem_get_info";
            Require(What);
            return CudaDriver.Instance.Memory(IndexOf(device, What));
        }

        /// <summary>The allocator's account of a device as a table to read (torch.cuda.memory_summary).</summary>
        /// <param name="device">The device; null for the current one.</param>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        public static string memory_summary(Device? device = null)
        {
            const string What = "torch.cuda.memory_summary";
            Require(What);
            return Table(memory_stats(device), IndexOf(device, What));
        }

        /// <summary>Names the numbers of <see cref="DeviceCode.MemoryStatistics"/>.</summary>
        internal static Dictionary<string, long> Named(IReadOnlyList<long> values)
        {
            var names = from g in Groups from pool in Pools from number in Numbers select $"{g}.{pool}.{number}";
            return names.Concat(["num_alloc_retries", "num_ooms"]).Zip(values).ToDictionary(pair => pair.First, pair => pair.Second);
        }

        internal static string Table(IReadOnlyDictionary<string, long> values, int index)
        {
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"cuda:{index}, failures {values["num_ooms"]}, retries {values["num_alloc_retries"]}\n");
            text.Append($"{"",-22}{"current",18}{"peak",18}{"allocated",22}{"freed",22}\n");
            foreach (string name in Groups)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{name,-22}{values[$"{name}.all.current"],18}{values[$"{name}.all.peak"],18}{values[$"{name}.all.allocated"],22}{values[$"{name}.all.freed"],22}\n");
            }

            return text.ToString();
        }

        private static long Statistic(string name, Device? device) => memory_stats(device).GetValueOrDefault(name);

        private static void Reset(Device? device, bool peaks, string what) =>
            Require(what).ResetMemoryStatistics(IndexOf(device, what), peaks, what);
    }
}
