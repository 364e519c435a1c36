using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        public static partial class functional
        {
            /// <summary>Blurs an image with a Gaussian kernel; the image is reflected at its rim.</summary>
            /// <param name="input">The image, [..., C, H, W].</param>
            /// <param name="kernelSize">Kernel size along x and y, or one for both; odd and positive.</param>
            /// <param name="sigma">Standard deviation in pixels along x and y, or one for both; null gives 0.15 x size + 0.35.</param>
            public static Tensor gaussian_blur(Tensor input, IList<long> kernelSize, IList<float>? sigma = null)
            {
                var (kernelX, kernelY) = Pair(kernelSize, "kernel_size");
                var (sigmaX, sigmaY) = sigma is null
                    ? ((kernelX * 0.15f) + 0.35f, (kernelY * 0.15f) + 0.35f)
                    : Pair(sigma, nameof(sigma));
                return Blurred(input, kernelX, kernelY, sigmaX, sigmaY);
            }

            /// <summary>Blurs an image with a square Gaussian kernel.</summary>
            public static Tensor gaussian_blur(Tensor input, long kernel_size, float sigma) => Blurred(input, kernel_size, kernel_size, sigma, sigma);

            /// <summary>Blurs an image with a Gaussian kernel.</summary>
            public static Tensor gaussian_blur(Tensor input, long kernelHeight, long kernelWidth, float sigma_x, float sigma_y) =>
                Blurred(input, kernelWidth, kernelHeight, sigma_x, sigma_y);

            private static Tensor Blurred(Tensor input, long kernelX, long kernelY, double sigmaX, double sigmaY)
            {
                if (kernelX < 1 || kernelX % 2 == 0 || kernelY < 1 || kernelY % 2 == 0)
                {
                    throw new ArgumentException($"A kernel's sizes must be odd and positive, not {kernelX} x {kernelY}.");
                }
                if (!(sigmaX > 0 && sigmaY > 0))
                {
                    throw new ArgumentException($"A kernel's standard deviations must be positive, not {sigmaX} and {sigmaY}.");
                }
                var (height, width) = ImageSize.Of(input);
                if (kernelX / 2 >= width || kernelY / 2 >= height)
                {
                    throw new ArgumentException($"A kernel of {kernelX} x {kernelY} does not fit an image of {width} x {height} pixels.");
                }
                return ImageType.Through(input, x =>
                {
                    var channels = x.shape[1];
                    var weights = torch.mm(GaussianWeights(kernelY, sigmaY, x).unsqueeze(1), GaussianWeights(kernelX, sigmaX, x).unsqueeze(0));
                    var padded = torch.ops.aten.reflection_pad2d(x, [kernelX / 2, kernelX / 2, kernelY / 2, kernelY / 2]);
                    return torch.ops.aten.conv2d(padded, weights.expand(channels, 1, kernelY, kernelX), null, groups: channels);
                });
            }

            private static Tensor GaussianWeights(long size, double sigma, Tensor like)
            {
                var half = (size - 1) * 0.5;
                var density = torch.linspace(-half, half, size, dtype: like.dtype, device: like.device).div_(sigma).square_().mul_(-0.5).exp_();
                return density / density.sum();
            }

            private static (T X, T Y) Pair<T>(IList<T> values, string name) => values.Count switch
            {
                1 => (values[0], values[0]),
                2 => (values[0], values[1]),
                _ => throw new ArgumentException($"{name} takes one or two values, not {values.Count}."),
            };
        }
    }
}
