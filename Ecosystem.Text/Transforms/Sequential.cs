using TorchSharp.Transforms.Text;

namespace TorchSharp
{
    public static partial class torchtext
    {
        public static partial class transforms
        {
            /// <summary>Applies transforms one after the other.</summary>
            /// <param name="transforms">The transforms, in order.</param>
            public static Sequential Sequential(params ITransform[] transforms) => new(transforms);
        }
    }
}

namespace TorchSharp.Transforms.Text
{
    /// <summary>Applies transforms one after the other (Python's <c>torchtext.transforms.Sequential</c>).</summary>
    public sealed class Sequential : torchtext.ITransform
    {
        private readonly torchtext.ITransform[] _steps;

        /// <summary>Makes the transform.</summary>
        /// <param name="transforms">The transforms, in order.</param>
        /// <exception cref="ArgumentException">One is null.</exception>
        public Sequential(params IEnumerable<torchtext.ITransform> transforms)
        {
            ArgumentNullException.ThrowIfNull(transforms);
            _steps = [.. transforms];
            if (Array.IndexOf(_steps, null) is >= 0 and var at)
            {
                throw new ArgumentException($"Transform number {at} is null.", nameof(transforms));
            }
        }

        /// <summary>The transforms, in order.</summary>
        public IReadOnlyList<torchtext.ITransform> transforms => _steps;

        /// <inheritdoc/>
        /// <remarks>Tensors that come between are disposed; the last one is the caller's.</remarks>
        public object call(object input)
        {
            ArgumentNullException.ThrowIfNull(input);
            var current = input;
            foreach (var step in _steps)
            {
                var next = step.call(current);
                if (current is torch.Tensor between && !ReferenceEquals(between, input) && !ReferenceEquals(between, next))
                {
                    between.Dispose();
                }
                current = next;
            }
            return current;
        }

        /// <summary>Applies the transforms and says what comes out of the last one, such as <c>call&lt;Tensor&gt;(texts)</c>.</summary>
        /// <typeparam name="TResult">What comes out: <c>string[]</c>, <c>long[]</c>, an array of these, or <see cref="torch.Tensor"/>.</typeparam>
        /// <param name="input">What the first transform takes.</param>
        /// <exception cref="ArgumentException">Something else comes out.</exception>
        public TResult call<TResult>(object input)
        {
            var result = call(input);
            return result is TResult typed
                ? typed
                : throw new ArgumentException($"These transforms make a {result.GetType().Name} of this input, not a {typeof(TResult).Name}.", nameof(input));
        }

        /// <inheritdoc/>
        public override string ToString() => $"Sequential({string.Join(", ", (object[])_steps)})";
    }
}
