using static TorchSharp.torch;
using Module = TorchSharp.Transforms.AmplitudeToDB;

namespace TorchSharp
{
    public static partial class torchaudio
    {
        public static partial class transforms
        {
            /// <summary>Makes a module from powers or magnitudes to decibels; 1 is 0 dB, and nothing lies below 1e-10.</summary>
            /// <param name="stype">"power" (the default, 10 log10) or "magnitude" (20 log10).</param>
            /// <param name="top_db">How far below an item's maximum values may lie; no limit if null.</param>
            /// <exception cref="ArgumentException">Another <paramref name="stype"/>, or a negative limit.</exception>
            public static Module AmplitudeToDB(string stype = "power", double? top_db = null) => new(stype, top_db);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Powers or magnitudes in decibels. Python's <c>torchaudio.transforms.AmplitudeToDB</c>.</summary>
    public sealed class AmplitudeToDB : nn.Module<Tensor, Tensor>, torchaudio.ITransform
    {
        private const double Least = 1e-10;
        private const double Reference = 1;

        internal AmplitudeToDB(string stype, double? top_db)
            : base(nameof(AmplitudeToDB))
        {
            if (top_db is double range)
            {
                Require.NotNegative(range, nameof(AmplitudeToDB), nameof(top_db));
            }

            multiplier = stype switch
            {
                "power" => 10,
                "magnitude" => 20,
                _ => throw new ArgumentException($"AmplitudeToDB takes \"power\" or \"magnitude\", not \"{stype}\".", nameof(stype)),
            };
            (this.stype, this.top_db) = (stype, top_db);
        }

        /// <summary>"power" or "magnitude".</summary>
        public string stype { get; }

        /// <summary>10 for powers, 20 for magnitudes.</summary>
        public double multiplier { get; }

        /// <summary>How far below an item's maximum values may lie.</summary>
        public double? top_db { get; }

        /// <summary>Any shape; [..., freq, time] or [..., channel, freq, time] where there is a limit.</summary>
        public override Tensor forward(Tensor x) =>
            torchaudio.functional.amplitude_to_DB(x, multiplier, Least, Math.Log10(Math.Max(Least, Reference)), top_db);
    }
}
