namespace TorchSharp;

public static partial class torch
{
    public static partial class cuda
    {
        /// <summary>Mixed precision on CUDA (torch.cuda.amp).</summary>
        public static partial class amp
        {
            /// <inheritdoc cref="torch.autocast(string, ScalarType?, bool, bool?)"/>
            public static Autocast autocast(bool enabled = true, ScalarType dtype = ScalarType.Float16, bool cache_enabled = true) =>
                torch.autocast(DeviceType.CUDA, dtype, enabled, cache_enabled);
        }
    }
}
