using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class cuda
    {
        /// <summary>What a CUDA device is and has, under Python's names (torch.cuda.get_device_properties); read once, from NVIDIA's driver.</summary>
        public sealed record DeviceProperties
        {
            internal DeviceProperties(CudaDriver driver, int index)
            {
                name = driver.Name(index);
                total_memory = driver.TotalMemory(index);
                major = driver.Attribute(75, index);
                minor = driver.Attribute(76, index);
                multi_processor_count = driver.Attribute(16, index);
                is_integrated = driver.Attribute(18, index) != 0;
                is_multi_gpu_board = driver.Attribute(84, index) != 0;
                max_threads_per_multi_processor = driver.Attribute(39, index);
                warp_size = driver.Attribute(10, index);
                regs_per_multiprocessor = driver.Attribute(82, index);
                shared_memory_per_block = driver.Attribute(8, index);
                shared_memory_per_multiprocessor = driver.Attribute(81, index);
                L2_cache_size = driver.Attribute(38, index);
            }

            /// <summary>The name that its maker gives it.</summary>
            public string name { get; }

            /// <summary>Its memory, in bytes.</summary>
            public long total_memory { get; }

            /// <summary>The first number of its compute capability.</summary>
            public int major { get; }

            /// <summary>The second number of its compute capability.</summary>
            public int minor { get; }

            /// <summary>How many multiprocessors it has.</summary>
            public int multi_processor_count { get; }

            /// <summary>Whether it shares the host's memory.</summary>
            public bool is_integrated { get; }

            /// <summary>Whether it stands on a board with others.</summary>
            public bool is_multi_gpu_board { get; }

            /// <summary>How many threads one multiprocessor holds.</summary>
            public int max_threads_per_multi_processor { get; }

            /// <summary>How many threads go in step.</summary>
            public int warp_size { get; }

            /// <summary>How many registers of 32 bits one multiprocessor has.</summary>
            public int regs_per_multiprocessor { get; }

            /// <summary>Shared memory of one block, in bytes.</summary>
            public int shared_memory_per_block { get; }

            /// <summary>Shared memory of one multiprocessor, in bytes.</summary>
            public int shared_memory_per_multiprocessor { get; }

            /// <summary>The cache of the second level, in bytes.</summary>
            public int L2_cache_size { get; }
        }
    }
}
