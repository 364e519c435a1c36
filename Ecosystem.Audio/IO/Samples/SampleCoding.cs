namespace TorchSharp;

/// <summary>How one sample lies in an uncompressed file, little-endian.</summary>
internal enum SampleCoding
{
    /// <summary>Unsigned, 128 is silence.</summary>
    Unsigned8,

    Signed16,

    /// <summary>Three bytes.</summary>
    Signed24,

    Signed32,

    Float32,

    Float64,

    MuLaw,

    ALaw,
}
