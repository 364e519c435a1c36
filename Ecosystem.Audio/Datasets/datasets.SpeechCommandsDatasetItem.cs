namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class datasets
    {
        /// <summary>One utterance of <see cref="SPEECHCOMMANDS"/>; the members are those of Python's tuple, in its order.</summary>
        public sealed class SpeechCommandsDatasetItem
        {
            /// <summary>The sound, float32 [1, frames].</summary>
            public torch.Tensor waveform = null!;

            /// <summary>Frames in a second: 16,000.</summary>
            public int sample_rate;

            /// <summary>The word that is said.</summary>
            public string label = "";

            /// <summary>Who says it.</summary>
            public string speaker_id = "";

            /// <summary>How often this speaker has said it before.</summary>
            public int utterance_number;

            /// <summary>Takes it apart like Python's tuple.</summary>
            /// <param name="waveform">The sound.</param>
            /// <param name="sample_rate">Frames in a second.</param>
            /// <param name="label">The word that is said.</param>
            /// <param name="speaker_id">Who says it.</param>
            /// <param name="utterance_number">How often this speaker has said it before.</param>
            public void Deconstruct(
                out torch.Tensor waveform, out int sample_rate, out string label, out string speaker_id, out int utterance_number) =>
                (waveform, sample_rate, label, speaker_id, utterance_number) =
                (this.waveform, this.sample_rate, this.label, this.speaker_id, this.utterance_number);
        }
    }
}
