namespace TorchSharp.Modules;

/// <summary>When libtorch's operators for whole layers may be used: they have no derivatives, and kernels for the CPU and CUDA only.</summary>
internal static class FastPath
{
    /// <summary>Whether an input and the parameters that meet it allow it.</summary>
    public static bool IsOpen(torch.Tensor input, IEnumerable<torch.Tensor?> parameters)
    {
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
