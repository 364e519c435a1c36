using TorchSharp.Transforms;
using static TorchSharp.torch;
using F = TorchSharp.torchvision.transforms.functional;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Changes brightness, contrast, saturation and hue at random, in random order.</summary>
            /// <param name="brightness">The factor is drawn from [max(0, 1 - x), 1 + x]; 0 leaves it out.</param>
            /// <param name="contrast">The same for contrast.</param>
            /// <param name="saturation">The same for saturation.</param>
            /// <param name="hue">The turn is drawn from [-x, x], x at most 0.5; 0 leaves it out.</param>
            public static ITransform ColorJitter(float brightness = 0, float contrast = 0, float saturation = 0, float hue = 0) =>
                new ColorJitter(
                    Transforms.ColorJitter.Around(brightness, nameof(brightness)), Transforms.ColorJitter.Around(contrast, nameof(contrast)),
                    Transforms.ColorJitter.Around(saturation, nameof(saturation)), Transforms.ColorJitter.Turn(hue));

            /// <summary>Changes brightness, contrast, saturation and hue at random within ranges, in random order.</summary>
            /// <param name="brightness">Smallest and largest factor; (1, 1) leaves it out.</param>
            /// <param name="contrast">Smallest and largest factor; (1, 1) leaves it out.</param>
            /// <param name="saturation">Smallest and largest factor; (1, 1) leaves it out.</param>
            /// <param name="hue">Smallest and largest turn, within [-0.5, 0.5]; (0, 0) leaves it out.</param>
            public static ITransform ColorJitter((float, float) brightness, (float, float) contrast, (float, float) saturation, (float, float) hue) =>
                new ColorJitter(
                    Unless(brightness, 1), Unless(contrast, 1), Unless(saturation, 1), Unless(hue, 0));

            private static (double, double)? Unless((float, float) range, float neutral) =>
                range == (neutral, neutral) ? null : ((double)range.Item1, (double)range.Item2);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Changes brightness, contrast, saturation and hue at random, in random order.</summary>
    public sealed record ColorJitter : torchvision.ITransform
    {
        /// <param name="brightness">Smallest and largest factor, or null to leave it out.</param>
        /// <param name="contrast">Smallest and largest factor, or null to leave it out.</param>
        /// <param name="saturation">Smallest and largest factor, or null to leave it out.</param>
        /// <param name="hue">Smallest and largest turn, within [-0.5, 0.5], or null to leave it out.</param>
        public ColorJitter(
            (double, double)? brightness = null, (double, double)? contrast = null, (double, double)? saturation = null, (double, double)? hue = null)
        {
            this.brightness = Checked(brightness, 0, double.PositiveInfinity, nameof(brightness));
            this.contrast = Checked(contrast, 0, double.PositiveInfinity, nameof(contrast));
            this.saturation = Checked(saturation, 0, double.PositiveInfinity, nameof(saturation));
            this.hue = Checked(hue, -0.5, 0.5, nameof(hue));
        }

        /// <summary>Range of the brightness factor, or null.</summary>
        public (double, double)? brightness { get; }

        /// <summary>Range of the contrast factor, or null.</summary>
        public (double, double)? contrast { get; }

        /// <summary>Range of the saturation factor, or null.</summary>
        public (double, double)? saturation { get; }

        /// <summary>Range of the hue's turn, or null.</summary>
        public (double, double)? hue { get; }

        /// <summary>Draws the order of the four steps, then a factor for each that is not left out, always in the order of the arguments.</summary>
        /// <returns>The order (0 brightness, 1 contrast, 2 saturation, 3 hue) and the factors, null where left out.</returns>
        public static (long[] order, double? brightness, double? contrast, double? saturation, double? hue) get_params(
            (double, double)? brightness, (double, double)? contrast, (double, double)? saturation, (double, double)? hue)
        {
            var order = Draws.Permutation(4);
            return (order, Factor(brightness), Factor(contrast), Factor(saturation), Factor(hue));

            static double? Factor((double Low, double High)? range) => range is (double low, double high) ? Draws.Uniform(low, high) : null;
        }

        /// <inheritdoc/>
        public Tensor call(Tensor input)
        {
            using var scope = NewDisposeScope();
            var drawn = get_params(brightness, contrast, saturation, hue);
            var image = input;
            foreach (var step in drawn.order)
            {
                image = step switch
                {
                    0 when drawn.brightness is double factor => F.adjust_brightness(image, factor),
                    1 when drawn.contrast is double factor => F.adjust_contrast(image, factor),
                    2 when drawn.saturation is double factor => F.adjust_saturation(image, factor),
                    3 when drawn.hue is double factor => F.adjust_hue(image, factor),
                    _ => image,
                };
            }
            return (ReferenceEquals(image, input) ? input.alias() : image).MoveToOuterDisposeScope();
        }

        /// <summary>The range of a factor that deviates from 1 by at most <paramref name="deviation"/>, or null for 0.</summary>
        internal static (double, double)? Around(double deviation, string name) => deviation switch
        {
            0 => null,
            > 0 => (Math.Max(0, 1 - deviation), 1 + deviation),
            _ => throw new ArgumentOutOfRangeException(name, deviation, $"{name} must not be negative."),
        };

        /// <summary>The range of a turn of the hue by at most <paramref name="turn"/>, or null for 0.</summary>
        internal static (double, double)? Turn(double turn) => turn switch
        {
            0 => null,
            > 0 and <= 0.5 => (-turn, turn),
            _ => throw new ArgumentOutOfRangeException("hue", turn, "The hue's turn must be in [0, 0.5]."),
        };

        private static (double, double)? Checked((double, double)? range, double lowest, double highest, string name) =>
            range is not (double low, double high) || (lowest <= low && low <= high && high <= highest)
                ? range
                : throw new ArgumentOutOfRangeException(name, range, $"{name} must be a range within [{lowest}, {highest}].");
    }
}
