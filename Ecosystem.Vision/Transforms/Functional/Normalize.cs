using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        public static partial class functional
        {
            /// <summary>Subtracts a mean from each channel and divides by a standard deviation.</summary>
            /// <param name="input">A floating-point image, [..., C, H, W].</param>
            /// <param name="means">A mean for each channel, or one for all.</param>
            /// <param name="stdevs">A standard deviation for each channel, or one for all; none may be 0.</param>
            /// <param name="dtype">The element type of means and deviations; the image's own if null.</param>
            /// <exception cref="ArgumentException">The image holds whole numbers, or a deviation is 0.</exception>
            public static Tensor normalize(Tensor input, double[] means, double[] stdevs, ScalarType? dtype = null)
            {
                RequireNormalizable(input);
                var type = dtype ?? input.dtype;
                using var mean = PerChannel(means, type, input.device);
                using var std = PerChannel(RequireDeviations(stdevs), type, input.device);
                return Normalized(input, mean, std);
            }

            internal static Tensor Normalized(Tensor input, Tensor mean, Tensor std)
            {
                var centred = input.sub(mean);
                return centred.div_(std);
            }

            internal static void RequireNormalizable(Tensor input)
            {
                if (!ImageType.IsFloat(input.dtype))
                {
                    throw new ArgumentException($"normalize takes a floating-point image, but this one is {input.dtype}: convert it first (convert_image_dtype).");
                }
                if (input.dim() < 3)
                {
                    throw new ArgumentException($"normalize takes an image [..., C, H, W], but this one has shape [{string.Join(", ", input.shape)}].");
                }
            }

            internal static double[] RequireDeviations(double[] stdevs) => Array.IndexOf(stdevs, 0.0) < 0
                ? stdevs
                : throw new ArgumentException("A standard deviation of 0 would divide by zero.", nameof(stdevs));

            internal static Tensor PerChannel(double[] values, ScalarType type, Device device)
            {
                using var row = torch.tensor(values, dtype: type, device: device);
                return row.view(-1, 1, 1);
            }
        }
    }
}
