using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        public static partial class functional
        {
            /// <summary>The brightness of an RGB image: 0.2989 R + 0.587 G + 0.114 B, truncated for whole numbers.</summary>
            /// <param name="input">An image [..., 3, H, W]; one channel is taken as grey already.</param>
            /// <param name="num_output_channels">1, or 3 for three equal channels.</param>
            public static Tensor rgb_to_grayscale(Tensor input, int num_output_channels = 1)
            {
                if (num_output_channels is not (1 or 3))
                {
                    throw new ArgumentOutOfRangeException(nameof(num_output_channels), num_output_channels, "A grey image has 1 or 3 channels.");
                }
                var channels = ImageSize.RequireChannels(input, nameof(rgb_to_grayscale), 1, 3);
                using var scope = NewDisposeScope();
                var grey = channels == 1 ? input.alias() : Luminance(input);
                if (num_output_channels == 3)
                {
                    var shape = input.shape;
                    if (shape.Length < 3)
                    {
                        throw new ArgumentException(
                            $"Three channels take the place of one: the image is [..., 1 or 3, H, W], but this tensor has shape [{string.Join(", ", shape)}].", nameof(input));
                    }

                    shape[^3] = 3;
                    grey = grey.expand(shape).contiguous();
                }
                return grey.MoveToOuterDisposeScope();
            }

            /// <summary>Python's <c>to_grayscale</c>: the same for tensors.</summary>
            public static Tensor to_grayscale(Tensor img, int num_output_channels = 1) => rgb_to_grayscale(img, num_output_channels);

            private static Tensor Luminance(Tensor image)
            {
                var red = image.narrow(-3, 0, 1).mul(0.2989);
                var green = image.narrow(-3, 1, 1).mul(0.587);
                var blue = image.narrow(-3, 2, 1).mul(0.114);
                return red.add_(green).add_(blue).to_type(image.dtype);
            }
        }
    }
}
