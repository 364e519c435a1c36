using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        public static partial class functional
        {
            /// <summary>Multiplies an image's brightness.</summary>
            /// <param name="img">An image of 1 or 3 channels.</param>
            /// <param name="brightness_factor">0 gives black, 1 the image, 2 twice as bright; not negative.</param>
            public static Tensor adjust_brightness(Tensor img, double brightness_factor)
            {
                ImageSize.RequireChannels(img, nameof(adjust_brightness), 1, 3);
                RequireFactor(brightness_factor, nameof(brightness_factor));
                using var scope = NewDisposeScope();
                var scaled = img.mul(brightness_factor);
                return InRange(scaled, img.dtype).MoveToOuterDisposeScope();
            }

            /// <summary>Blends an image with its mean grey.</summary>
            /// <param name="img">An image of 1 or 3 channels; in a batch each has a mean of its own.</param>
            /// <param name="contrast_factor">0 gives grey, 1 the image, 2 twice the contrast; not negative.</param>
            public static Tensor adjust_contrast(Tensor img, double contrast_factor)
            {
                var channels = ImageSize.RequireChannels(img, nameof(adjust_contrast), 1, 3);
                RequireFactor(contrast_factor, nameof(contrast_factor));
                using var scope = NewDisposeScope();
                var grey = channels == 3 ? Luminance(img) : img;
                var working = ImageType.IsFloat(img.dtype) ? grey : grey.to_type(ScalarType.Float32);
                var mean = working.mean([-3, -2, -1], keepdim: true);
                return Blend(img, mean, contrast_factor).MoveToOuterDisposeScope();
            }

            /// <summary>Blends an image with its grey version.</summary>
            /// <param name="img">An image of 1 (returned unchanged) or 3 channels.</param>
            /// <param name="saturation_factor">0 gives grey, 1 the image, 2 twice the saturation; not negative.</param>
            public static Tensor adjust_saturation(Tensor img, double saturation_factor)
            {
                var channels = ImageSize.RequireChannels(img, nameof(adjust_saturation), 1, 3);
                RequireFactor(saturation_factor, nameof(saturation_factor));
                if (channels == 1)
                {
                    return img.alias();
                }
                using var scope = NewDisposeScope();
                return Blend(img, Luminance(img), saturation_factor).MoveToOuterDisposeScope();
            }

            /// <summary>Applies a power law: gain x (image in [0, 1]) ^ gamma.</summary>
            /// <param name="img">An image of 1 or 3 channels.</param>
            /// <param name="gamma">Above 1 darkens shadows, below 1 lightens them; not negative.</param>
            /// <param name="gain">A factor.</param>
            public static Tensor adjust_gamma(Tensor img, double gamma, double gain = 1)
            {
                ImageSize.RequireChannels(img, nameof(adjust_gamma), 1, 3);
                RequireFactor(gamma, nameof(gamma));
                using var scope = NewDisposeScope();
                var unit = ImageType.IsFloat(img.dtype) ? img : convert_image_dtype(img);
                var curved = unit.pow(gamma).mul_(gain).clamp_(0, 1);
                var result = convert_image_dtype(curved, img.dtype);
                return result.MoveToOuterDisposeScope();
            }

            /// <summary>ratio x first + (1 - ratio) x second, clamped to the image's range and truncated for whole numbers.</summary>
            private static Tensor Blend(Tensor first, Tensor second, double ratio)
            {
                var mixed = first.mul(ratio).add_(second.mul(1.0 - ratio));
                return InRange(mixed, first.dtype);
            }

            private static Tensor InRange(Tensor values, ScalarType type)
            {
                values.clamp_(0, ImageType.Full(type));
                return values.dtype == type ? values : values.to_type(type);
            }

            private static void RequireFactor(double factor, string name)
            {
                if (!(factor >= 0))
                {
                    throw new ArgumentOutOfRangeException(name, factor, $"{name} must not be negative.");
                }
            }
        }
    }
}
