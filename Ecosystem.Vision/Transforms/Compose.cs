using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Applies transforms one after the other.</summary>
            /// <param name="transforms">The transforms, in order.</param>
            public static ITransform Compose(params ITransform[] transforms) => new Compose(transforms);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Applies transforms one after the other and disposes what comes between.</summary>
    public sealed class Compose : torchvision.ITransform
    {
        private readonly torchvision.ITransform[] steps;

        /// <param name="transforms">The transforms, in order.</param>
        public Compose(IEnumerable<torchvision.ITransform> transforms)
        {
            ArgumentNullException.ThrowIfNull(transforms);
            steps = [.. transforms];
            if (Array.IndexOf(steps, null) is >= 0 and var at)
            {
                throw new ArgumentException($"Transform number {at} is null.", nameof(transforms));
            }
        }

        /// <summary>The transforms, in order.</summary>
        public IReadOnlyList<torchvision.ITransform> transforms => steps;

        /// <inheritdoc/>
        public Tensor call(Tensor input)
        {
            using var scope = NewDisposeScope();
            var current = input;
            foreach (var step in steps)
            {
                var next = step.call(current);
                if (!ReferenceEquals(current, input) && !ReferenceEquals(current, next))
                {
                    current.Dispose();
                }
                current = next;
            }
            return ReferenceEquals(current, input)
                ? input.alias().MoveToOuterDisposeScope()
                : current.MoveToOuterDisposeScope();
        }

        /// <inheritdoc/>
        public override string ToString() => $"Compose({string.Join(", ", (object[])steps)})";
    }
}
