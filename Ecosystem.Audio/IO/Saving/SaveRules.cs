using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Which encoding and how many bits follow from a format, a dtype and what the caller asks for: Python's rules.</summary>
internal static class SaveRules
{
    private const string Endings = ".wav, .flac, .mp3, .ogg, .opus, .sph, .aiff, .au, .caf, .w64, .htk";

    /// <summary>The format that a file's name asks for.</summary>
    /// <exception cref="ArgumentException">The name ends in none that is known.</exception>
    internal static torchaudio.AudioFormat FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".wav" or ".wave" => torchaudio.AudioFormat.WAV,
        ".flac" => torchaudio.AudioFormat.FLAC,
        ".mp3" => torchaudio.AudioFormat.MP3,
        ".ogg" or ".oga" or ".vorbis" => torchaudio.AudioFormat.OGG,
        ".opus" => torchaudio.AudioFormat.OPUS,
        ".sph" or ".nist" => torchaudio.AudioFormat.SPHERE,
        ".aiff" or ".aif" or ".aifc" => torchaudio.AudioFormat.AIFF,
        ".au" or ".snd" => torchaudio.AudioFormat.AU,
        ".caf" => torchaudio.AudioFormat.CAF,
        ".w64" => torchaudio.AudioFormat.W64,
        ".htk" => torchaudio.AudioFormat.HTK,
        var other => throw new ArgumentException(
            $"The name '{path}' does not say a format ('{other}' is not one of {Endings}): name it so, or pass format.", nameof(path)),
    };

    /// <summary>Decides how to store samples.</summary>
    /// <exception cref="ArgumentException">The format has no such encoding, or no such number of bits, or the dtype is none of samples.</exception>
    internal static SavePlan Plan(
        torchaudio.AudioFormat format, Tensor src, torchaudio.AudioEncoding? encoding, int? bits_per_sample, float? compression)
    {
        ArgumentNullException.ThrowIfNull(src);
        (torchaudio.AudioEncoding stored, int bits) = format switch
        {
            torchaudio.AudioFormat.WAV or torchaudio.AudioFormat.W64 => Pcm(format, src.dtype, encoding, bits_per_sample, unsigned8: true),
            torchaudio.AudioFormat.AIFF or torchaudio.AudioFormat.AU or torchaudio.AudioFormat.CAF =>
                Pcm(format, src.dtype, encoding, bits_per_sample, unsigned8: false),
            torchaudio.AudioFormat.SPHERE => Sphere(src.dtype, encoding, bits_per_sample),
            torchaudio.AudioFormat.FLAC => (NoEncoding(format, encoding, torchaudio.AudioEncoding.FLAC), Bits(format, bits_per_sample ?? 24, 8, 16, 24)),
            torchaudio.AudioFormat.HTK => (NoEncoding(format, encoding, torchaudio.AudioEncoding.HTK), Bits(format, bits_per_sample ?? 16, 16)),
            torchaudio.AudioFormat.OGG => (NoEncoding(format, encoding, torchaudio.AudioEncoding.VORBIS), NoBits(format, bits_per_sample)),
            torchaudio.AudioFormat.OPUS => (NoEncoding(format, encoding, torchaudio.AudioEncoding.OPUS), NoBits(format, bits_per_sample)),
            torchaudio.AudioFormat.MP3 => (NoEncoding(format, encoding, torchaudio.AudioEncoding.MP3), NoBits(format, bits_per_sample)),
            _ => throw new NotSupportedException($"No backend that comes with the library writes {format} files."),
        };
        return new SavePlan(format, stored, bits, compression);
    }

    private static (torchaudio.AudioEncoding Encoding, int Bits) Pcm(
        torchaudio.AudioFormat format, ScalarType dtype, torchaudio.AudioEncoding? encoding, int? bits, bool unsigned8)
    {
        torchaudio.AudioEncoding byteEncoding = unsigned8 ? torchaudio.AudioEncoding.PCM_U : torchaudio.AudioEncoding.PCM_S;
        return (encoding, bits) switch
        {
            (null, null) => dtype switch
            {
                ScalarType.Byte => (byteEncoding, 8),
                ScalarType.Int16 => (torchaudio.AudioEncoding.PCM_S, 16),
                ScalarType.Int32 => (torchaudio.AudioEncoding.PCM_S, 32),
                ScalarType.Float64 => (torchaudio.AudioEncoding.PCM_F, 64),
                _ => (torchaudio.AudioEncoding.PCM_F, 32),
            },
            (null, 8) => (byteEncoding, 8),
            (null, _) => (torchaudio.AudioEncoding.PCM_S, Bits(format, bits.Value, 8, 16, 24, 32)),
            (torchaudio.AudioEncoding.PCM_S, _) => (encoding.Value, Bits(format, bits ?? 32, unsigned8 ? [16, 24, 32] : [8, 16, 24, 32])),
            (torchaudio.AudioEncoding.PCM_U, _) when unsigned8 => (encoding.Value, Bits(format, bits ?? 8, 8)),
            (torchaudio.AudioEncoding.PCM_F, _) => (encoding.Value, Bits(format, bits ?? 32, 32, 64)),
            (torchaudio.AudioEncoding.ULAW or torchaudio.AudioEncoding.ALAW, _) => (encoding.Value, Bits(format, bits ?? 8, 8)),
            _ => throw NoSuchEncoding(format, encoding),
        };
    }

    private static (torchaudio.AudioEncoding Encoding, int Bits) Sphere(ScalarType dtype, torchaudio.AudioEncoding? encoding, int? bits) => encoding switch
    {
        null or torchaudio.AudioEncoding.PCM_S => (torchaudio.AudioEncoding.PCM_S, Bits(torchaudio.AudioFormat.SPHERE, bits ?? 32, 8, 16, 24, 32)),
        torchaudio.AudioEncoding.ULAW or torchaudio.AudioEncoding.ALAW => (encoding.Value, Bits(torchaudio.AudioFormat.SPHERE, bits ?? 8, 8)),
        _ => throw NoSuchEncoding(torchaudio.AudioFormat.SPHERE, encoding),
    };

    private static torchaudio.AudioEncoding NoEncoding(
        torchaudio.AudioFormat format, torchaudio.AudioEncoding? encoding, torchaudio.AudioEncoding only) =>
        encoding is null || encoding == only ? only : throw NoSuchEncoding(format, encoding);

    private static ArgumentException NoSuchEncoding(torchaudio.AudioFormat format, torchaudio.AudioEncoding? encoding) =>
        new($"{format} files have no encoding {encoding} to choose: leave it out.", nameof(encoding));

    private static int NoBits(torchaudio.AudioFormat format, int? bits_per_sample) => bits_per_sample is null
        ? 0
        : throw new ArgumentException($"{format} files do not store samples of so many bits: leave bits_per_sample out.", nameof(bits_per_sample));

    private static int Bits(torchaudio.AudioFormat format, int bits_per_sample, params int[] allowed) => allowed.Contains(bits_per_sample)
        ? bits_per_sample
        : throw new ArgumentException(
            $"{format} files with this encoding have {string.Join(" or ", allowed)} bits per sample, not {bits_per_sample}.", nameof(bits_per_sample));
}
