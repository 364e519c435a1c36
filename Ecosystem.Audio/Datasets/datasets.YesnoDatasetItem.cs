namespace TorchSharp;

public static partial class torchaudio
{
    public static partial class datasets
    {
        /// <summary>One recording of <see cref="YESNO"/>; the members are those of Python's tuple, in its order.</summary>
        public struct YesnoDatasetItem
        {
            /// <summary>The sound, float32 [1, frames].</summary>
            public torch.Tensor waveform;

            /// <summary>Frames in a second: 8,000.</summary>
            public int sample_rate;

            /// <summary>The eight words that are said: "1" is yes, "0" is no.</summary>
            public string[] labels;

            /// <summary>Takes it apart like Python's tuple.</summary>
            /// <param name="waveform">The sound.</param>
            /// <param name="sample_rate">Frames in a second.</param>
            /// <param name="labels">The words that are said.</param>
            public readonly void Deconstruct(out torch.Tensor waveform, out int sample_rate, out string[] labels) =>
                (waveform, sample_rate, labels) = (this.waveform, this.sample_rate, this.labels);
        }
    }
}
