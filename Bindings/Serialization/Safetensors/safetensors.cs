using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Files of tensors in the safetensors format, read and written without Python. The format holds no code, and a file is checked whole before
/// anything is made of it. Names follow Python's package <c>safetensors</c>.
/// </summary>
public static partial class safetensors
{
    /// <summary>Opens a file to read single tensors or parts of them. Only its head is read.</summary>
    /// <param name="filename">A safetensors file, or the index of one that is split (<c>model.safetensors.index.json</c>).</param>
    /// <param name="framework">Only <c>pt</c>, for tensors of torch; here for Python's sake.</param>
    /// <param name="device">Where tensors go; default the processor.</param>
    /// <returns>The open file, which the caller disposes.</returns>
    /// <exception cref="FileNotFoundException">There is no such file, or none of those that the index names.</exception>
    /// <exception cref="TorchFileFormatException">The file breaks one of the format's rules.</exception>
    public static SafetensorsFile safe_open(string filename, string framework = "pt", Device? device = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(filename);
        return framework is "pt" or "torch" or "pytorch"
            ? new SafetensorsFile(filename, device, mapped: false)
            : throw new ArgumentException($"'{framework}' is no framework here; only 'pt' is.", nameof(framework));
    }
}
