namespace TorchSharp;

/// <summary>libsndfile's format numbers: the container in the upper bits, the samples' coding in the lower 16.</summary>
internal static class SoundFileFormat
{
    internal const int ContainerMask = 0x0fff0000, CodingMask = 0xffff;

    internal const int Wav = 0x010000, Aiff = 0x020000, Au = 0x030000, Nist = 0x070000, W64 = 0x0b0000, Htk = 0x100000, WavExtensible = 0x130000;
    internal const int Flac = 0x170000, Caf = 0x180000, Ogg = 0x200000, Rf64 = 0x220000, Mpeg = 0x230000;

    internal const int Signed8 = 1, Signed16 = 2, Signed24 = 3, Signed32 = 4, Unsigned8 = 5, Float32 = 6, Float64 = 7, MuLaw = 0x10, ALaw = 0x11;
    internal const int Vorbis = 0x60, Opus = 0x64, MpegLayer1 = 0x80, MpegLayer3 = 0x82;

    /// <summary>The format of a file; null for one that has no name of its own here.</summary>
    internal static torchaudio.AudioFormat? FormatOf(int format) => (format & ContainerMask) switch
    {
        Wav or WavExtensible or Rf64 => torchaudio.AudioFormat.WAV,
        Aiff => torchaudio.AudioFormat.AIFF,
        Au => torchaudio.AudioFormat.AU,
        Nist => torchaudio.AudioFormat.SPHERE,
        W64 => torchaudio.AudioFormat.W64,
        Htk => torchaudio.AudioFormat.HTK,
        Flac => torchaudio.AudioFormat.FLAC,
        Caf => torchaudio.AudioFormat.CAF,
        Ogg => (format & CodingMask) == Opus ? torchaudio.AudioFormat.OPUS : torchaudio.AudioFormat.OGG,
        Mpeg => torchaudio.AudioFormat.MP3,
        _ => null,
    };

    internal static torchaudio.AudioEncoding EncodingOf(int format) => (format & ContainerMask, format & CodingMask) switch
    {
        (Flac, _) => torchaudio.AudioEncoding.FLAC,
        (Mpeg, _) or (_, >= MpegLayer1 and <= MpegLayer3) => torchaudio.AudioEncoding.MP3,
        (Htk, _) => torchaudio.AudioEncoding.HTK,
        (_, Signed8 or Signed16 or Signed24 or Signed32) => torchaudio.AudioEncoding.PCM_S,
        (_, Unsigned8) => torchaudio.AudioEncoding.PCM_U,
        (_, Float32 or Float64) => torchaudio.AudioEncoding.PCM_F,
        (_, MuLaw) => torchaudio.AudioEncoding.ULAW,
        (_, ALaw) => torchaudio.AudioEncoding.ALAW,
        (_, Vorbis) => torchaudio.AudioEncoding.VORBIS,
        (_, Opus) => torchaudio.AudioEncoding.OPUS,
        _ => torchaudio.AudioEncoding.UNKNOWN,
    };

    internal static int BitsOf(int format) => (format & CodingMask) switch
    {
        Signed8 or Unsigned8 or MuLaw or ALaw => 8,
        Signed16 => 16,
        Signed24 => 24,
        Signed32 or Float32 => 32,
        Float64 => 64,
        _ => 0,
    };
}
