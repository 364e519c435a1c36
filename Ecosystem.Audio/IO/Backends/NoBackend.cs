using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class backend
    {
        /// <summary>A backend that refuses everything, as in TorchSharp: set, it makes every use of sound files an error.</summary>
        public class NoBackend : AudioBackend
        {
            /// <inheritdoc/>
            public override (Tensor, int) load(
                string filepath, long frame_offset = 0, long num_frames = -1, bool normalize = true, bool channels_first = true, AudioFormat? format = null) =>
                throw Refusal();

            /// <inheritdoc/>
            public override void save(
                string filepath,
                Tensor src,
                int sample_rate,
                bool channels_first = true,
                float? compression = null,
                AudioFormat? format = null,
                AudioEncoding? encoding = null,
                int? bits_per_sample = null) => throw Refusal();

            /// <inheritdoc/>
            public override AudioMetaData info(string filepath, AudioFormat? format = null) => throw Refusal();

            private static NotSupportedException Refusal() =>
                new("No audio backend is set: call torchaudio.set_audio_backend(\"default\"), or torchaudio.backend.utils.set_audio_backend with one of your own.");
        }
    }
}
