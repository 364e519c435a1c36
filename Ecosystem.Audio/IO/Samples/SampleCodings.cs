using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Facts about each <see cref="SampleCoding"/>.</summary>
internal static class SampleCodings
{
    internal static int Bytes(this SampleCoding coding) => coding switch
    {
        SampleCoding.Signed16 => 2,
        SampleCoding.Signed24 => 3,
        SampleCoding.Signed32 or SampleCoding.Float32 => 4,
        SampleCoding.Float64 => 8,
        _ => 1,
    };

    /// <summary>The dtype that holds the values unscaled; 24 bits stand in the upper bits of 32, G.711 is decoded.</summary>
    internal static ScalarType StoredType(this SampleCoding coding) => coding switch
    {
        SampleCoding.Unsigned8 => ScalarType.Byte,
        SampleCoding.Signed16 => ScalarType.Int16,
        SampleCoding.Signed24 or SampleCoding.Signed32 => ScalarType.Int32,
        SampleCoding.Float64 => ScalarType.Float64,
        _ => ScalarType.Float32,
    };

    internal static torchaudio.AudioEncoding Encoding(this SampleCoding coding) => coding switch
    {
        SampleCoding.Unsigned8 => torchaudio.AudioEncoding.PCM_U,
        SampleCoding.Float32 or SampleCoding.Float64 => torchaudio.AudioEncoding.PCM_F,
        SampleCoding.MuLaw => torchaudio.AudioEncoding.ULAW,
        SampleCoding.ALaw => torchaudio.AudioEncoding.ALAW,
        _ => torchaudio.AudioEncoding.PCM_S,
    };
}
