using TorchSharp;

namespace Tensorboard;

public sealed partial class Summary
{
    public static partial class Types
    {
        /// <summary>A sound.</summary>
        public sealed class Audio
        {
            /// <summary>Samples a second.</summary>
            public float SampleRate { get; init; }

            /// <summary>How many channels.</summary>
            public long NumChannels { get; init; }

            /// <summary>Samples of each channel.</summary>
            public long LengthFrames { get; init; }

            /// <summary>The sound's file.</summary>
            public required byte[] EncodedAudioString { get; init; }

            /// <summary>The file's media type.</summary>
            public required string ContentType { get; init; }

            internal void Write(ProtoWriter writer) => writer.Float(1, SampleRate).Integer(2, NumChannels).Integer(3, LengthFrames)
                .Bytes(4, EncodedAudioString).Text(5, ContentType);
        }
    }
}
