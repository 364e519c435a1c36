namespace TorchSharp.Modules;

/// <summary>When libtorch's operators for whole layers may be used: they have no derivatives, kernels for the CPU and CUDA only,
/// and are not cast by autocast.</summary>
internal static class FastPath
{
    /// <summary>Whether an input and the parameters that meet it allow it.</summary>
    public static bool IsOpen(torch.Tensor input, IEnumerable<torch.Tensor?> parameters)
    {
        // Python asks for CUDA's mode only; on the CPU autocast leaves these operators alone.
        if (torch.is_autocast_enabled())
        {
            return false;
        }

        var recording = torch.is_grad_enabled();
        foreach (var tensor in parameters.Append(input))
        {
            if (tensor is null || (recording && tensor.requires_grad) || tensor.device_type is not (DeviceType.CPU or DeviceType.CUDA))
            {
                return false;
            }
        }

        return true;
    }
}
