using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Rotates, moves, scales and shears an image at random; its size stays.</summary>
            /// <param name="degrees">The angle is drawn from [-degrees, degrees].</param>
            /// <param name="translate">The largest move right and down, as parts of width and height in [0, 1]; none if null.</param>
            /// <param name="scale">The smallest and largest factor; none if null.</param>
            /// <param name="shear">Degrees: one value s for [-s, s] along x; two for a range along x; four for ranges along x and y; none if null.</param>
            /// <param name="interpolation">Nearest or Bilinear.</param>
            /// <param name="fill">The value outside, one or one per channel; 0 if null.</param>
            /// <param name="center">The fixed point x, y from the top left corner; the middle if null.</param>
            public static ITransform RandomAffine(
                double degrees, (double, double)? translate = null, (double, double)? scale = null, double[]? shear = null,
                InterpolationMode interpolation = InterpolationMode.Nearest, IReadOnlyList<float>? fill = null, (int, int)? center = null) =>
                degrees >= 0
                    ? new RandomAffine((-degrees, degrees), translate, scale, shear, interpolation, fill, center)
                    : throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "A single angle must not be negative.");

            /// <inheritdoc cref="RandomAffine(double, ValueTuple{double, double}?, ValueTuple{double, double}?, double[], InterpolationMode, IReadOnlyList{float}, ValueTuple{int, int}?)"/>
            public static ITransform RandomAffine(
                (double, double) degrees, (double, double)? translate = null, (double, double)? scale = null, double[]? shear = null,
                InterpolationMode interpolation = InterpolationMode.Nearest, IReadOnlyList<float>? fill = null, (int, int)? center = null) =>
                new RandomAffine(degrees, translate, scale, shear, interpolation, fill, center);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Rotates, moves, scales and shears an image at random; its size stays.</summary>
    public sealed record RandomAffine : torchvision.ITransform
    {
        /// <param name="degrees">The smallest and largest angle, clockwise.</param>
        /// <param name="translate">The largest move right and down, as parts of width and height in [0, 1].</param>
        /// <param name="scale">The smallest and largest factor.</param>
        /// <param name="shear">One value s for [-s, s] along x, two for a range along x, four for ranges along x and y.</param>
        /// <param name="interpolation">Nearest or Bilinear.</param>
        /// <param name="fill">The value outside; 0 if null.</param>
        /// <param name="center">The fixed point x, y; the middle if null.</param>
        public RandomAffine(
            (double, double) degrees, (double, double)? translate = null, (double, double)? scale = null, double[]? shear = null,
            InterpolationMode interpolation = InterpolationMode.Nearest, IReadOnlyList<float>? fill = null, (int, int)? center = null)
        {
            if (translate is (double right, double down) && !(right is >= 0 and <= 1 && down is >= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(translate), translate, "Moves are parts of width and height, in [0, 1].");
            }
            if (scale is (double smallest, double largest) && !(smallest > 0 && largest > 0))
            {
                throw new ArgumentOutOfRangeException(nameof(scale), scale, "Scales must be positive.");
            }
            this.shear = shear switch
            {
                null => null,
                [var s] => s >= 0 ? [-s, s] : throw new ArgumentOutOfRangeException(nameof(shear), s, "A single shear must not be negative."),
                { Length: 2 or 4 } => shear,
                _ => throw new ArgumentException($"shear takes 1, 2 or 4 angles, not {shear.Length}.", nameof(shear)),
            };
            (this.degrees, this.translate, this.scale, this.interpolation, this.fill, this.center) =
                (degrees, translate, scale, interpolation, fill ?? [0f], center);
        }

        /// <summary>The smallest and largest angle, clockwise.</summary>
        public (double, double) degrees { get; }

        /// <summary>The largest move right and down, as parts of width and height.</summary>
        public (double, double)? translate { get; }

        /// <summary>The smallest and largest factor.</summary>
        public (double, double)? scale { get; }

        /// <summary>Range of the shear along x, and along y if there are four.</summary>
        public IReadOnlyList<double>? shear { get; }

        /// <summary>Nearest or Bilinear.</summary>
        public InterpolationMode interpolation { get; }

        /// <summary>The value outside.</summary>
        public IReadOnlyList<float> fill { get; }

        /// <summary>The fixed point x, y; the middle if null.</summary>
        public (int, int)? center { get; }

        /// <summary>Draws, in this order and only what is asked for: angle, move right, move down, scale, shear along x, shear along y.</summary>
        /// <param name="degrees">The smallest and largest angle.</param>
        /// <param name="translate">The largest move, as parts of width and height.</param>
        /// <param name="scale_ranges">The smallest and largest factor.</param>
        /// <param name="shears">Range of the shear along x, and along y if there are four.</param>
        /// <param name="img_size">Width and height of the image.</param>
        public static (double angle, (int x, int y) translations, double scale, (double x, double y) shear) get_params(
            (double, double) degrees, (double, double)? translate, (double, double)? scale_ranges, IReadOnlyList<double>? shears,
            (int width, int height) img_size)
        {
            var angle = Draws.Uniform(degrees.Item1, degrees.Item2);
            var move = (x: 0, y: 0);
            if (translate is (double right, double down))
            {
                var (mostX, mostY) = (right * img_size.width, down * img_size.height);
                move.x = ImageSize.Round(Draws.Uniform(-mostX, mostX));
                move.y = ImageSize.Round(Draws.Uniform(-mostY, mostY));
            }
            var scale = scale_ranges is (double low, double high) ? Draws.Uniform(low, high) : 1.0;
            var slant = (x: 0.0, y: 0.0);
            if (shears is not null)
            {
                slant.x = Draws.Uniform(shears[0], shears[1]);
                slant.y = shears.Count == 4 ? Draws.Uniform(shears[2], shears[3]) : 0.0;
            }
            return (angle, move, scale, slant);
        }

        /// <inheritdoc/>
        public Tensor call(Tensor input)
        {
            var (height, width) = ImageSize.Of(input);
            var drawn = get_params(degrees, translate, scale, shear, (width, height));
            return torchvision.transforms.functional.affine(
                input, drawn.angle, drawn.translations, drawn.scale, [drawn.shear.x, drawn.shear.y], interpolation, fill, center);
        }
    }
}
