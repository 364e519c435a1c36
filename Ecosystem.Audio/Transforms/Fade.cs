using static TorchSharp.torch;
using Module = TorchSharp.Transforms.Fade;

namespace TorchSharp
{
    public static partial class torchaudio
    {
        public static partial class transforms
        {
            /// <summary>Makes a module that fades sound in and out.</summary>
            /// <param name="fade_in_len">Samples until full volume; default 0.</param>
            /// <param name="fade_out_len">Samples from full volume to silence; default 0.</param>
            /// <param name="fade_shape">"linear" (the default), "exponential", "logarithmic", "quarter_sine" or "half_sine".</param>
            /// <exception cref="ArgumentException">A negative length, or another shape.</exception>
            public static Module Fade(int fade_in_len = 0, int fade_out_len = 0, string fade_shape = "linear") => new(fade_in_len, fade_out_len, fade_shape);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Fades sound in and out. Python's <c>torchaudio.transforms.Fade</c>.</summary>
    public sealed class Fade : nn.Module<Tensor, Tensor>, torchaudio.ITransform
    {
        private static readonly string[] Shapes = ["linear", "exponential", "logarithmic", "quarter_sine", "half_sine"];

        internal Fade(int fade_in_len, int fade_out_len, string fade_shape)
            : base(nameof(Fade))
        {
            Require.NotNegative(fade_in_len, nameof(Fade));
            Require.NotNegative(fade_out_len, nameof(Fade));
            if (!Shapes.Contains(fade_shape))
            {
                throw new ArgumentException($"Fade knows the shapes {string.Join(", ", Shapes)}, not \"{fade_shape}\".", nameof(fade_shape));
            }

            (this.fade_in_len, this.fade_out_len, this.fade_shape) = (fade_in_len, fade_out_len, fade_shape);
        }

        /// <summary>Samples until full volume.</summary>
        public int fade_in_len { get; }

        /// <summary>Samples from full volume to silence.</summary>
        public int fade_out_len { get; }

        /// <summary>The curve's name.</summary>
        public string fade_shape { get; }

        /// <summary>[..., time] to the same shape.</summary>
        /// <exception cref="ArgumentException">The sound is shorter than one of the fades.</exception>
        public override Tensor forward(Tensor waveform)
        {
            Require.Dimensions(waveform, 1, "[..., time]", nameof(Fade));
            var length = waveform.shape[^1];
            if (length < Math.Max(fade_in_len, fade_out_len))
            {
                throw new ArgumentException(
                    $"Fade: fades of {fade_in_len} and {fade_out_len} samples do not fit into the waveform, {Require.Describe(waveform)}.", nameof(waveform));
            }

            using var scope = NewDisposeScope();
            var rise = Rise(Ramp(fade_in_len, waveform.device));
            var fall = Rise(1 - Ramp(fade_out_len, waveform.device));
            var full = torch.ones(length, device: waveform.device);
            var start = torch.cat([rise, full.narrow(0, 0, length - fade_in_len)]).clamp(0, 1);
            var end = torch.cat([full.narrow(0, 0, length - fade_out_len), fall]).clamp(0, 1);
            return (start * end * waveform).MoveToOuterDisposeScope();
        }

        private static Tensor Ramp(int length, Device device) => torch.linspace(0, 1, length, dtype: ScalarType.Float32, device: device);

        private Tensor Rise(Tensor ramp) => fade_shape switch
        {
            "linear" => ramp,
            "exponential" => torch.pow(2.0, ramp - 1) * ramp,
            "logarithmic" => (ramp + 0.1).log10() + 1,
            "quarter_sine" => (ramp * (Math.PI / 2)).sin(),
            _ => ((ramp * Math.PI) - (Math.PI / 2)).sin() / 2 + 0.5,
        };
    }
}
