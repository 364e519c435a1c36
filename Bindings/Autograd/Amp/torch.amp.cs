namespace TorchSharp;

public static partial class torch
{
    /// <summary>Mixed precision (torch.amp).</summary>
    public static partial class amp
    {
        /// <inheritdoc cref="torch.autocast(string, ScalarType?, bool, bool?)"/>
        public static Autocast autocast(string device_type, ScalarType? dtype = null, bool enabled = true, bool? cache_enabled = null) =>
            torch.autocast(device_type, dtype, enabled, cache_enabled);
    }
}
