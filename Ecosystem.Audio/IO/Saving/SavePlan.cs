namespace TorchSharp;

/// <summary>How a sound is stored.</summary>
/// <param name="Format">The file's format.</param>
/// <param name="Encoding">How samples are stored.</param>
/// <param name="Bits">Bits of a sample; 0 where the encoding has no such number.</param>
/// <param name="Compression">As the caller said it; its meaning is the format's.</param>
internal sealed record SavePlan(torchaudio.AudioFormat Format, torchaudio.AudioEncoding Encoding, int Bits, float? Compression)
{
    /// <summary>The same for uncompressed little-endian samples; null for others.</summary>
    internal SampleCoding? Coding => (Encoding, Bits) switch
    {
        (torchaudio.AudioEncoding.PCM_U, 8) => SampleCoding.Unsigned8,
        (torchaudio.AudioEncoding.PCM_S, 16) => SampleCoding.Signed16,
        (torchaudio.AudioEncoding.PCM_S, 24) => SampleCoding.Signed24,
        (torchaudio.AudioEncoding.PCM_S, 32) => SampleCoding.Signed32,
        (torchaudio.AudioEncoding.PCM_F, 32) => SampleCoding.Float32,
        (torchaudio.AudioEncoding.PCM_F, 64) => SampleCoding.Float64,
        (torchaudio.AudioEncoding.ULAW, 8) => SampleCoding.MuLaw,
        (torchaudio.AudioEncoding.ALAW, 8) => SampleCoding.ALaw,
        _ => null,
    };
}
