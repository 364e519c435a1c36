using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Blurs an image with a Gaussian kernel of fixed width.</summary>
            /// <param name="kernelSize">Kernel size along x and y, or one for both; odd and positive.</param>
            /// <param name="sigma">Standard deviation in pixels.</param>
            public static ITransform GaussianBlur(IList<long> kernelSize, float sigma) => new GaussianBlur(kernelSize, sigma, sigma);

            /// <summary>Blurs an image with a Gaussian kernel of random width.</summary>
            /// <param name="kernelSize">Kernel size along x and y, or one for both; odd and positive.</param>
            /// <param name="min">The smallest standard deviation in pixels.</param>
            /// <param name="max">The largest standard deviation in pixels.</param>
            public static ITransform GaussianBlur(IList<long> kernelSize, float min = 0.1f, float max = 2f) => new GaussianBlur(kernelSize, min, max);

            /// <inheritdoc cref="GaussianBlur(IList{long}, float)"/>
            public static ITransform GaussianBlur(long kernel_size, float sigma) => new GaussianBlur([kernel_size], sigma, sigma);

            /// <inheritdoc cref="GaussianBlur(IList{long}, float, float)"/>
            public static ITransform GaussianBlur(long kernel_size, float min = 0.1f, float max = 2f) => new GaussianBlur([kernel_size], min, max);

            /// <summary>Blurs an image with a Gaussian kernel of fixed width.</summary>
            /// <param name="kernelHeight">Kernel size along y; odd and positive.</param>
            /// <param name="kernelWidth">Kernel size along x; odd and positive.</param>
            /// <param name="sigma">Standard deviation in pixels.</param>
            public static ITransform GaussianBlur(long kernelHeight, long kernelWidth, float sigma) =>
                new GaussianBlur([kernelWidth, kernelHeight], sigma, sigma);

            /// <summary>Blurs an image with a Gaussian kernel of random width.</summary>
            /// <param name="kernelHeight">Kernel size along y; odd and positive.</param>
            /// <param name="kernelWidth">Kernel size along x; odd and positive.</param>
            /// <param name="min">The smallest standard deviation in pixels.</param>
            /// <param name="max">The largest standard deviation in pixels.</param>
            public static ITransform GaussianBlur(long kernelHeight, long kernelWidth, float min = 0.1f, float max = 2f) =>
                new GaussianBlur([kernelWidth, kernelHeight], min, max);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Blurs an image with a Gaussian kernel whose width is drawn; also where its range is a single value, as in Python.</summary>
    public sealed record GaussianBlur : torchvision.ITransform
    {
        /// <param name="kernel_size">Kernel size along x and y, or one for both; odd and positive.</param>
        /// <param name="min">The smallest standard deviation in pixels; positive.</param>
        /// <param name="max">The largest standard deviation in pixels.</param>
        public GaussianBlur(IList<long> kernel_size, double min = 0.1, double max = 2.0)
        {
            if (!(min > 0 && max >= min))
            {
                throw new ArgumentException($"The standard deviation must lie in a range of positive numbers, not [{min}, {max}].");
            }
            (this.kernel_size, sigma) = (kernel_size, (min, max));
        }

        /// <summary>Kernel size along x and y, or one for both.</summary>
        public IList<long> kernel_size { get; }

        /// <summary>The smallest and largest standard deviation in pixels.</summary>
        public (double, double) sigma { get; }

        /// <summary>Draws a standard deviation.</summary>
        public static double get_params(double sigma_min, double sigma_max) => Draws.Uniform(sigma_min, sigma_max);

        /// <inheritdoc/>
        public Tensor call(Tensor input) =>
            torchvision.transforms.functional.gaussian_blur(input, kernel_size, [(float)get_params(sigma.Item1, sigma.Item2)]);
    }
}
