namespace TorchSharp;

/// <summary>Something of <c>torch.cuda</c> was asked for that needs CUDA, and there is none: the message says why, and what to do.</summary>
public sealed class CudaUnavailableException : TorchException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="what">What was asked for.</param>
    /// <param name="version">The libtorch at hand.</param>
    /// <param name="folder">Where the native libraries that stand on it were found.</param>
    /// <param name="isBuiltWithCuda">Whether that libtorch has code for CUDA: then it is a device that is missing.</param>
    public CudaUnavailableException(string what, string version, string? folder, bool isBuiltWithCuda)
        : base($"{what}: " + (isBuiltWithCuda
            ? $"this libtorch ({version}) has CUDA, but no device answers; nvidia-smi shows whether driver and device are there, and " +
              "CUDA_VISIBLE_DEVICES must not hide them"
            : $"this libtorch ({version}, a build without CUDA; native libraries in {folder ?? "the program's folder"}) has no CUDA. Install a libtorch " +
              "or a Python torch with CUDA, name it with TORCHLIGHT_LIBTORCH (its folder, or python), and run ./build.sh native"))
    {
        IsBuiltWithCuda = isBuiltWithCuda;
    }

    /// <summary>Whether libtorch has code for CUDA, so that only a device is missing.</summary>
    public bool IsBuiltWithCuda { get; }
}
