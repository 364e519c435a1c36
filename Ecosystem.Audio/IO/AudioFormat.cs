namespace TorchSharp;

public static partial class torchaudio
{
    /// <summary>Formats of sound files.</summary>
    public enum AudioFormat
    {
        /// <summary>RIFF WAVE, and RF64 where 4 GiB are not enough; read and written with nothing installed.</summary>
        WAV,

        /// <summary>MPEG audio, layer III.</summary>
        MP3,

        /// <summary>Free Lossless Audio Codec.</summary>
        FLAC,

        /// <summary>Vorbis in an Ogg stream.</summary>
        OGG,

        /// <summary>Opus in an Ogg stream.</summary>
        OPUS,

        /// <summary>NIST SPHERE.</summary>
        SPHERE,

        /// <summary>Adaptive Multi-Rate narrow band; known by name, read by no backend that comes with the library.</summary>
        AMR_NB,

        /// <summary>Audio Interchange File Format, AIFF and AIFF-C.</summary>
        AIFF,

        /// <summary>Sun's and NeXT's .au and .snd.</summary>
        AU,

        /// <summary>Apple's Core Audio Format.</summary>
        CAF,

        /// <summary>Sony's Wave64.</summary>
        W64,

        /// <summary>HTK's waveform files.</summary>
        HTK,
    }
}
