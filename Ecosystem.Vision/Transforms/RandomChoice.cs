using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Applies one of the transforms, each as often as the others.</summary>
            /// <param name="transforms">The transforms to choose from.</param>
            public static ITransform RandomChoice(params ITransform[] transforms) => new RandomChoice(transforms, null);

            /// <summary>Applies one of the transforms, chosen by a generator of its own.</summary>
            /// <param name="generator">The generator to draw from.</param>
            /// <param name="transforms">The transforms to choose from.</param>
            public static ITransform RandomChoice(Generator generator, params ITransform[] transforms) =>
                new RandomChoice(transforms, null) { generator = generator };

            /// <summary>Applies one of the transforms, chosen with the given weights.</summary>
            /// <param name="transforms">The transforms to choose from.</param>
            /// <param name="p">A weight for each; they need not sum to 1.</param>
            public static ITransform RandomChoice(ITransform[] transforms, double[] p) => new RandomChoice(transforms, p);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Applies one of several transforms. One <c>multinomial</c> draw chooses it, as in torchvision's v2.</summary>
    public sealed class RandomChoice : torchvision.ITransform
    {
        private readonly torchvision.ITransform[] transforms;
        private readonly double[] weights;

        /// <param name="transforms">The transforms to choose from; at least one.</param>
        /// <param name="p">A weight for each; equal ones if null.</param>
        public RandomChoice(IEnumerable<torchvision.ITransform> transforms, IEnumerable<double>? p)
        {
            this.transforms = [.. transforms];
            weights = p is null ? [.. Enumerable.Repeat(1.0, this.transforms.Length)] : [.. p];
            if (this.transforms.Length == 0)
            {
                throw new ArgumentException("There is nothing to choose from.", nameof(transforms));
            }
            if (weights.Length != this.transforms.Length)
            {
                throw new ArgumentException($"{this.transforms.Length} transforms take as many weights, not {weights.Length}.", nameof(p));
            }
        }

        /// <summary>The generator to draw from; the current thread's if null.</summary>
        public Generator? generator { get; init; }

        /// <inheritdoc/>
        public Tensor call(Tensor input) => transforms[Draws.Weighted(weights, generator)].call(input);
    }
}
