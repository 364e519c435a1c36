namespace TorchSharp;

/// <summary>The formats in which weights by name are read, told apart by their content.</summary>
internal enum WeightsFormat
{
    /// <summary>TorchSharp's own <c>.dat</c>, which has no signature: what is nothing else.</summary>
    TorchSharp,

    /// <summary>What <c>torch.save</c> writes, as a zip archive or in the older form.</summary>
    Torch,

    /// <summary>An archive of <c>torch.jit.save</c>.</summary>
    TorchScript,

    /// <summary>A safetensors file.</summary>
    Safetensors,

    /// <summary>The index of safetensors files.</summary>
    SafetensorsIndex,

    /// <summary>An archive of <c>numpy.savez</c>.</summary>
    Npz,

    /// <summary>An array of <c>numpy.save</c>, which has no names in it.</summary>
    Npy,
}
