namespace TorchSharp;

public static partial class torchaudio
{
    /// <summary>What a sound file holds: Python's <c>torchaudio.AudioMetaData</c>.</summary>
    public record struct AudioMetaData
    {
        /// <summary>Frames per second.</summary>
        public int sample_rate { get; set; }

        /// <summary>Frames that can be read, in 64 bits: files of more than 2,147,483,647 frames exist.</summary>
        public long frame_count { get; set; }

        /// <summary>Frames that can be read, as in Python: one frame has a sample of every channel.</summary>
        /// <exception cref="OverflowException">There are more than 2,147,483,647; see <see cref="frame_count"/>.</exception>
        public int num_frames
        {
            readonly get => frame_count <= int.MaxValue
                ? (int)frame_count
                : throw new OverflowException($"The file has {frame_count} frames, which num_frames cannot hold: use frame_count.");
            set => frame_count = value;
        }

        /// <summary>Channels.</summary>
        public int num_channels { get; set; }

        /// <summary>Bits of a sample; 0 where the encoding has no such number (MP3, Vorbis).</summary>
        public int bits_per_sample { get; set; }

        /// <summary>How samples are stored.</summary>
        public AudioEncoding encoding { get; set; }
    }
}
