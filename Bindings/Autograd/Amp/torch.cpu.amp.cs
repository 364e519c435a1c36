namespace TorchSharp;

public static partial class torch
{
    /// <summary>What Python keeps in torch.cpu.</summary>
    public static partial class cpu
    {
        /// <summary>Mixed precision on the CPU (torch.cpu.amp).</summary>
        public static partial class amp
        {
            /// <inheritdoc cref="torch.autocast(string, ScalarType?, bool, bool?)"/>
            public static Autocast autocast(bool enabled = true, ScalarType dtype = ScalarType.BFloat16, bool cache_enabled = true) =>
                torch.autocast(DeviceType.CPU, dtype, enabled, cache_enabled);
        }
    }
}
