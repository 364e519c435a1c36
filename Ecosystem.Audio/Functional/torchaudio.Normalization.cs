namespace TorchSharp;

public static partial class torchaudio
{
    /// <summary>
    /// How a spectrogram is scaled. Converts from what Python takes: false for <see cref="None"/>, true and "window" for
    /// <see cref="Window"/>, "frame_length" for <see cref="FrameLength"/>.
    /// </summary>
    public readonly record struct Normalization
    {
        private readonly byte kind;

        private Normalization(byte kind) => this.kind = kind;

        /// <summary>Not at all.</summary>
        public static Normalization None => default;

        /// <summary>Divided by the root of the window's sum of squares.</summary>
        public static Normalization Window => new(1);

        /// <summary>Divided by the root of the frame's length.</summary>
        public static Normalization FrameLength => new(2);

        /// <summary>Python's boolean.</summary>
        /// <param name="normalized">True for <see cref="Window"/>.</param>
        public static implicit operator Normalization(bool normalized) => normalized ? Window : None;

        /// <summary>Python's string.</summary>
        /// <param name="normalized">"window" or "frame_length".</param>
        /// <exception cref="ArgumentException">Another one.</exception>
        public static implicit operator Normalization(string normalized) => normalized switch
        {
            "window" => Window,
            "frame_length" => FrameLength,
            _ => throw new ArgumentException($"A spectrogram is normalized by \"window\" or by \"frame_length\", not by \"{normalized}\".", nameof(normalized)),
        };

        /// <summary>Whether there is any.</summary>
        /// <param name="normalization">The kind.</param>
        public static implicit operator bool(Normalization normalization) => normalization.kind != 0;

        /// <summary>Python's spelling.</summary>
        public override string ToString() => kind switch { 0 => "False", 1 => "window", _ => "frame_length" };
    }
}
