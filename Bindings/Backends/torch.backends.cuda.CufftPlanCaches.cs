namespace TorchSharp;

public static partial class torch
{
    public static partial class backends
    {
        public static partial class cuda
        {
            /// <summary>The plans that cuFFT keeps, a cache for each device; those of the current one by its own members.</summary>
            public sealed class CufftPlanCaches
            {
                internal CufftPlanCaches()
                {
                }

                /// <summary>How many plans the current device's cache holds.</summary>
                public long size => Current.size;

                /// <summary>How many plans the current device's cache may hold.</summary>
                public long max_size
                {
                    get => Current.max_size;
                    set => Current.max_size = value;
                }

                private static CufftPlanCache Current => new(torch.cuda.current_device());

                /// <summary>The cache of a device.</summary>
                /// <param name="device">Its index.</param>
                public CufftPlanCache this[int device] => new(device);

                /// <summary>Forgets the current device's plans.</summary>
                public void clear() => Current.clear();
            }
        }
    }
}
