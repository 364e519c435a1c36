using System.Buffers;
using Torchlight.Audio.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Writes every format that libsndfile writes.</summary>
internal static unsafe class SoundFileWriter
{
    private const int VariableBitrate = 2, ConstantBitrate = 0;

    /// <exception cref="ArgumentException">The format cannot hold the sound.</exception>
    internal static void Write(Stream stream, SignalSource signal, SavePlan plan)
    {
        var info = new SoundFileInfo { SampleRate = signal.SampleRate, Channels = signal.Channels, Format = FormatOf(plan) };
        using SoundFileHandle file = SoundFileHandle.OpenWrite(stream, info, out string reason) ?? throw new ArgumentException(
            $"{plan.Format} files cannot hold {signal.Channels} channels at {signal.SampleRate} Hz as {plan.Encoding}"
            + (plan.Bits > 0 ? $" with {plan.Bits} bits. " : ". ") + $"libsndfile says: {reason}.");
        Compress(file, plan, signal.SampleRate);
        signal.ForEachBlock((frames, count) => WriteBlock(file, frames, signal, plan, count));
        file.Finish();
    }

    private static int FormatOf(SavePlan plan)
    {
        int container = plan.Format switch
        {
            torchaudio.AudioFormat.WAV => SoundFileFormat.Wav,
            torchaudio.AudioFormat.AIFF => SoundFileFormat.Aiff,
            torchaudio.AudioFormat.AU => SoundFileFormat.Au,
            torchaudio.AudioFormat.CAF => SoundFileFormat.Caf,
            torchaudio.AudioFormat.W64 => SoundFileFormat.W64,
            torchaudio.AudioFormat.SPHERE => SoundFileFormat.Nist,
            torchaudio.AudioFormat.HTK => SoundFileFormat.Htk,
            torchaudio.AudioFormat.FLAC => SoundFileFormat.Flac,
            torchaudio.AudioFormat.OGG or torchaudio.AudioFormat.OPUS => SoundFileFormat.Ogg,
            torchaudio.AudioFormat.MP3 => SoundFileFormat.Mpeg,
            _ => throw new NotSupportedException($"libsndfile does not write {plan.Format} files."),
        };
        int coding = (plan.Encoding, plan.Bits) switch
        {
            (torchaudio.AudioEncoding.VORBIS, _) => SoundFileFormat.Vorbis,
            (torchaudio.AudioEncoding.OPUS, _) => SoundFileFormat.Opus,
            (torchaudio.AudioEncoding.MP3, _) => SoundFileFormat.MpegLayer3,
            (torchaudio.AudioEncoding.ULAW, _) => SoundFileFormat.MuLaw,
            (torchaudio.AudioEncoding.ALAW, _) => SoundFileFormat.ALaw,
            (torchaudio.AudioEncoding.PCM_U, _) => SoundFileFormat.Unsigned8,
            (torchaudio.AudioEncoding.PCM_F, 32) => SoundFileFormat.Float32,
            (torchaudio.AudioEncoding.PCM_F, _) => SoundFileFormat.Float64,
            (_, 8) => SoundFileFormat.Signed8,
            (_, 16) => SoundFileFormat.Signed16,
            (_, 24) => SoundFileFormat.Signed24,
            _ => SoundFileFormat.Signed32,
        };
        return container | coding;
    }

    /// <summary>Python's meaning of the number: FLAC 0 to 8, Vorbis -1 to 10 (the better), MP3 a bit rate or, negative, the quality of a varying one.</summary>
    private static void Compress(SoundFileHandle file, SavePlan plan, int sampleRate)
    {
        switch (plan.Format)
        {
            case torchaudio.AudioFormat.FLAC:
                float level = plan.Compression ?? 8;
                if (level is not (>= 0 and <= 8) || level != MathF.Floor(level))
                {
                    throw OutOfRange(plan, "a whole number from 0 (fast) to 8 (small)");
                }

                file.SetCompression(level / 8);
                break;
            case torchaudio.AudioFormat.OGG:
                float quality = plan.Compression ?? 3;
                if (quality is not (>= -1 and <= 10))
                {
                    throw OutOfRange(plan, "a number from -1 (small) to 10 (good)");
                }

                file.SetCompression(1 - (Math.Max(0, quality) / 10));
                break;
            case torchaudio.AudioFormat.MP3:
                CompressMp3(file, plan, plan.Compression ?? -4.5f, sampleRate);
                break;
            default:
                // The others have nothing to choose; Python ignores the number too.
                break;
        }
    }

    private static void CompressMp3(SoundFileHandle file, SavePlan plan, float compression, int sampleRate)
    {
        if (compression <= 0)
        {
            if (compression is not >= -9.999f)
            {
                throw OutOfRange(plan, "a bit rate in kbit/s, or the quality of a varying one from 0 (good) to -9.999 (small)");
            }

            file.SetBitrateMode(VariableBitrate);
            file.SetCompression(-compression / 10);
            return;
        }

        // libsndfile takes the place between the lowest and the highest rate of the MPEG version that the sample rate asks for.
        (float lowest, float highest) = sampleRate >= 32_000 ? (32, 320) : sampleRate >= 16_000 ? (8, 160) : (8, 64);
        float rate = MathF.Floor(compression);
        if (!(rate >= lowest && rate <= highest))
        {
            throw OutOfRange(plan, $"a bit rate from {lowest} to {highest} kbit/s at {sampleRate} Hz");
        }

        file.SetBitrateMode(ConstantBitrate);
        file.SetCompression((highest - rate) / (highest - lowest));
    }

    private static ArgumentOutOfRangeException OutOfRange(SavePlan plan, string range) =>
        new("compression", plan.Compression, $"The compression of {plan.Format} files is {range}.");

    private static void WriteBlock(SoundFileHandle file, byte* frames, SignalSource signal, SavePlan plan, int count)
    {
        int samples = count * signal.Channels;
        // Room for the widest sample.
        double[] block = ArrayPool<double>.Shared.Rent(samples);
        try
        {
            fixed (double* room = block)
            {
                switch (plan.Encoding)
                {
                    case torchaudio.AudioEncoding.PCM_F when plan.Bits == 64:
                        SampleEncoder.ToDouble(frames, signal.Type, room, samples);
                        file.Write(room, count);
                        break;
                    case torchaudio.AudioEncoding.PCM_F or torchaudio.AudioEncoding.VORBIS or torchaudio.AudioEncoding.OPUS or torchaudio.AudioEncoding.MP3:
                        SampleEncoder.ToFloat(frames, signal.Type, (float*)room, samples);
                        file.Write((float*)room, count);
                        break;
                    case torchaudio.AudioEncoding.ULAW or torchaudio.AudioEncoding.ALAW:
                        SampleEncoder.ToInt32(frames, signal.Type, (int*)room, samples);
                        SampleEncoder.Store((int*)room, plan.Coding!.Value, (byte*)room, samples);
                        file.WriteBytes((byte*)room, count);
                        break;
                    default:
                        SampleEncoder.ToInt32(frames, signal.Type, (int*)room, samples);
                        SampleEncoder.Round((int*)room, samples, plan.Bits);
                        file.Write((int*)room, count);
                        break;
                }
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(block);
        }
    }
}
