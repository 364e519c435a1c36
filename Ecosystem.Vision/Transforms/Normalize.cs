using TorchSharp.Transforms;
using static TorchSharp.torch;
using F = TorchSharp.torchvision.transforms.functional;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Subtracts a mean from each channel of a floating-point image and divides by a standard deviation.</summary>
            /// <param name="means">A mean for each channel, or one for all.</param>
            /// <param name="stdevs">A standard deviation for each channel, or one for all; none may be 0.</param>
            /// <param name="dtype">The element type of means and deviations; the image's own if null.</param>
            /// <param name="device">Where means and deviations lie; they follow the image if null.</param>
            public static ITransform Normalize(double[] means, double[] stdevs, ScalarType? dtype = null, Device? device = null) =>
                new Normalize(means, stdevs, dtype, device);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>
    /// Subtracts a mean from each channel of a floating-point image and divides by a standard deviation. Means and deviations are kept
    /// as float32 tensors for the usual case; the transform owns them and may be used from many threads.
    /// </summary>
    public sealed class Normalize : torchvision.ITransform, IDisposable
    {
        private readonly double[] means;
        private readonly double[] deviations;
        private readonly ScalarType? dtype;
        private readonly Tensor mean;
        private readonly Tensor deviation;

        /// <param name="means">A mean for each channel, or one for all.</param>
        /// <param name="stdevs">A standard deviation for each channel, or one for all; none may be 0.</param>
        /// <param name="dtype">The element type of means and deviations; the image's own if null.</param>
        /// <param name="device">Where means and deviations lie; the CPU if null.</param>
        public Normalize(double[] means, double[] stdevs, ScalarType? dtype = null, Device? device = null)
        {
            ArgumentNullException.ThrowIfNull(means);
            ArgumentNullException.ThrowIfNull(stdevs);
            (this.means, deviations, this.dtype) = ([.. means], [.. F.RequireDeviations(stdevs)], dtype);
            // A scope that happens to be open where the transform is made must not end the constants' life.
            mean = F.PerChannel(means, dtype ?? ScalarType.Float32, device ?? torch.CPU).DetachFromDisposeScope();
            deviation = F.PerChannel(stdevs, dtype ?? ScalarType.Float32, device ?? torch.CPU).DetachFromDisposeScope();
        }

        /// <inheritdoc/>
        public Tensor call(Tensor input)
        {
            F.RequireNormalizable(input);
            return (dtype ?? input.dtype) == mean.dtype && input.device == mean.device
                ? F.Normalized(input, mean, deviation)
                : F.normalize(input, means, deviations, dtype);
        }

        /// <summary>Frees means and deviations.</summary>
        public void Dispose()
        {
            mean.Dispose();
            deviation.Dispose();
        }

        /// <inheritdoc/>
        public override string ToString() => $"Normalize(mean=[{string.Join(", ", means)}], std=[{string.Join(", ", deviations)}])";
    }
}
