using static TorchSharp.torch;
using Module = TorchSharp.Transforms.Vol;

namespace TorchSharp
{
    public static partial class torchaudio
    {
        public static partial class transforms
        {
            /// <summary>Makes a module that changes the volume of sound, and limits the result to [-1, 1].</summary>
            /// <param name="gain">A factor for "amplitude" and "power", both positive; decibels for "db".</param>
            /// <param name="gain_type">"amplitude" (the default), "power" or "db".</param>
            /// <exception cref="ArgumentException">Another <paramref name="gain_type"/>, or a negative factor.</exception>
            public static Module Vol(double gain, string gain_type = "amplitude") => new(gain, gain_type);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Changes the volume of sound. Python's <c>torchaudio.transforms.Vol</c>.</summary>
    public sealed class Vol : nn.Module<Tensor, Tensor>, torchaudio.ITransform
    {
        internal Vol(double gain, string gain_type)
            : base(nameof(Vol))
        {
            if (gain_type is "amplitude" or "power")
            {
                Require.NotNegative(gain, nameof(Vol));
            }
            else if (gain_type != "db")
            {
                throw new ArgumentException($"Vol takes a gain of type \"amplitude\", \"power\" or \"db\", not \"{gain_type}\".", nameof(gain_type));
            }

            (this.gain, this.gain_type) = (gain, gain_type);
        }

        /// <summary>A factor, or decibels.</summary>
        public double gain { get; }

        /// <summary>"amplitude", "power" or "db".</summary>
        public string gain_type { get; }

        /// <summary>[..., time] to the same shape, limited to [-1, 1].</summary>
        public override Tensor forward(Tensor waveform)
        {
            ArgumentNullException.ThrowIfNull(waveform);
            using var louder = gain_type switch
            {
                "amplitude" => waveform * gain,
                "db" => torchaudio.functional.gain(waveform, gain),
                _ => torchaudio.functional.gain(waveform, 10 * Math.Log10(gain)),
            };
            return louder.clamp(-1, 1);
        }
    }
}
