namespace TorchSharp;

public static partial class torch
{
    public static partial class backends
    {
        public static partial class cuda
        {
            /// <summary>The plans that cuFFT keeps of one device.</summary>
            public sealed class CufftPlanCache
            {
                private readonly int device;

                internal CufftPlanCache(int device)
                {
                    this.device = device;
                }

                /// <summary>How many plans it holds.</summary>
                /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
                public long size
                {
                    get
                    {
                        torch.cuda.Require("torch.backends.cuda.cufft_plan_cache.size");
                        return ops.aten._cufft_get_plan_cache_size(device);
                    }
                }

                /// <summary>How many plans it may hold; the oldest make room.</summary>
                /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
                public long max_size
                {
                    get
                    {
                        torch.cuda.Require("torch.backends.cuda.cufft_plan_cache.max_size");
                        return ops.aten._cufft_get_plan_cache_max_size(device);
                    }

                    set
                    {
                        torch.cuda.Require("torch.backends.cuda.cufft_plan_cache.max_size");
                        ops.aten._cufft_set_plan_cache_max_size(device, value);
                    }
                }

                /// <summary>Forgets all plans.</summary>
                /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
                public void clear()
                {
                    torch.cuda.Require("torch.backends.cuda.cufft_plan_cache.clear");
                    ops.aten._cufft_clear_plan_cache(device);
                }
            }
        }
    }
}
