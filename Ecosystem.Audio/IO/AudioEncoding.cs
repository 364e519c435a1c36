namespace TorchSharp;

public static partial class torchaudio
{
    /// <summary>How the samples of a file are stored. <see cref="save(string, torch.Tensor, int, bool, float?, AudioFormat?, AudioEncoding?, int?)"/>
    /// takes the first five; <see cref="info(string, AudioFormat?)"/> reports all.</summary>
    public enum AudioEncoding
    {
        /// <summary>Signed integers.</summary>
        PCM_S,

        /// <summary>Unsigned integers.</summary>
        PCM_U,

        /// <summary>Floating point.</summary>
        PCM_F,

        /// <summary>Mu-law, ITU-T G.711.</summary>
        ULAW,

        /// <summary>A-law, ITU-T G.711.</summary>
        ALAW,

        /// <summary>FLAC.</summary>
        FLAC,

        /// <summary>MPEG audio.</summary>
        MP3,

        /// <summary>Vorbis.</summary>
        VORBIS,

        /// <summary>Opus.</summary>
        OPUS,

        /// <summary>Adaptive Multi-Rate narrow band.</summary>
        AMR_NB,

        /// <summary>Adaptive Multi-Rate wide band.</summary>
        AMR_WB,

        /// <summary>HTK's 16-bit samples.</summary>
        HTK,

        /// <summary>Something else, ADPCM for instance.</summary>
        UNKNOWN,
    }
}
