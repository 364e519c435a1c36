using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        public static partial class functional
        {
            /// <summary>Blends an image with a smoothed version of itself (3 x 3, the middle weighing 5 of 13; the rim stays).</summary>
            /// <param name="img">An image of 1 or 3 channels; one with a side of 2 pixels or fewer is returned unchanged.</param>
            /// <param name="sharpness">0 gives the smoothed image, 1 the image, 2 twice as sharp; not negative.</param>
            public static Tensor adjust_sharpness(Tensor img, double sharpness)
            {
                ImageSize.RequireChannels(img, nameof(adjust_sharpness), 1, 3);
                RequireFactor(sharpness, nameof(sharpness));
                var (height, width) = ImageSize.Of(img);
                if (height <= 2 || width <= 2)
                {
                    return img.alias();
                }
                using var scope = NewDisposeScope();
                var smoothed = ImageType.Through(img, Smoothed);
                return Blend(img, smoothed, sharpness).MoveToOuterDisposeScope();
            }

            private static Tensor Smoothed(Tensor x)
            {
                var channels = x.shape[1];
                var kernel = torch.ones([3, 3], dtype: x.dtype, device: x.device);
                kernel[1, 1] = torch.tensor(5.0, dtype: x.dtype, device: x.device);
                kernel = kernel.div_(13.0).expand(channels, 1, 3, 3);
                var inner = torch.ops.aten.conv2d(x, kernel, null, groups: channels);
                var result = x.clone();
                result.narrow(-2, 1, x.shape[2] - 2).narrow(-1, 1, x.shape[3] - 2).copy_(inner);
                return result;
            }
        }
    }
}
