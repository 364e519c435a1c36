using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        public static partial class functional
        {
            /// <summary>The negative of an image: full brightness minus each value.</summary>
            public static Tensor invert(Tensor input)
            {
                ImageSize.RequireChannels(input, nameof(invert), 1, 3);
                return torch.ops.aten.rsub_Scalar(input, FullScalar(input.dtype), 1);
            }

            /// <summary>Keeps the highest bits of each value of a uint8 image.</summary>
            /// <param name="input">A uint8 image of 1 or 3 channels.</param>
            /// <param name="bits">Bits to keep, 0 to 8.</param>
            public static Tensor posterize(Tensor input, int bits)
            {
                ImageSize.RequireChannels(input, nameof(posterize), 1, 3);
                RequireBytes(input, nameof(posterize));
                if (bits is < 0 or > 8)
                {
                    throw new ArgumentOutOfRangeException(nameof(bits), bits, "A uint8 image has 0 to 8 bits to keep.");
                }
                return torch.ops.aten.bitwise_and_Scalar(input, 256 - (1 << (8 - bits)));
            }

            /// <summary>Inverts the values at or above a threshold.</summary>
            /// <param name="input">An image of 1 or 3 channels.</param>
            /// <param name="threshold">In the image's own units: up to 255 for uint8, up to 1 for floating point.</param>
            public static Tensor solarize(Tensor input, double threshold)
            {
                ImageSize.RequireChannels(input, nameof(solarize), 1, 3);
                if (threshold > ImageType.Full(input.dtype))
                {
                    throw new ArgumentOutOfRangeException(nameof(threshold), threshold, $"The threshold is above full brightness of {input.dtype}.");
                }
                using var scope = NewDisposeScope();
                return torch.where(input.ge(threshold), invert(input), input).MoveToOuterDisposeScope();
            }

            /// <summary>Stretches each channel so that its darkest value becomes 0 and its brightest full; a flat channel stays.</summary>
            /// <param name="input">An image of 1 or 3 channels.</param>
            public static Tensor autocontrast(Tensor input)
            {
                ImageSize.RequireChannels(input, nameof(autocontrast), 1, 3);
                using var scope = NewDisposeScope();
                var full = ImageType.Full(input.dtype);
                var working = ImageType.IsFloat(input.dtype) ? input : input.to_type(ScalarType.Float32);
                var low = working.amin([-2, -1], keepdim: true);
                var range = working.amax([-2, -1], keepdim: true).sub_(low);
                var isFlat = range.eq(0);
                var scale = range.reciprocal().mul_(full).masked_fill_(isFlat, 1.0);
                var stretched = working.sub(low.masked_fill(isFlat, 0.0)).mul_(scale);
                return InRange(stretched, input.dtype).MoveToOuterDisposeScope();
            }

            /// <summary>Spreads the values of each channel of a uint8 image so that they occur about equally often.</summary>
            /// <param name="input">A uint8 image of 1 or 3 channels, or a batch of them.</param>
            public static Tensor equalize(Tensor input)
            {
                ImageSize.RequireChannels(input, nameof(equalize), 1, 3);
                RequireBytes(input, nameof(equalize));
                using var scope = NewDisposeScope();
                var (height, width) = ImageSize.Of(input);
                var planes = input.reshape(-1, (long)height * width);
                var results = new Tensor[planes.shape[0]];
                for (var i = 0; i < results.Length; i++)
                {
                    results[i] = EqualizedPlane(planes.select(0, i));
                }
                return torch.stack(results).reshape(input.shape).MoveToOuterDisposeScope();
            }

            /// <summary>One channel, through a table that the counts of its values make. The brightest value does not count for the step.</summary>
            private static Tensor EqualizedPlane(Tensor plane)
            {
                using var counted = torch.ops.aten.bincount(plane, null, 256);
                var histogram = counted.cpu().data<long>().ToArray();
                var brightest = Array.FindLastIndex(histogram, count => count > 0);
                var step = (histogram.Sum() - histogram[brightest]) / 255;
                if (step == 0)
                {
                    return plane;
                }
                var table = new byte[256];
                long below = 0;
                for (var value = 0; value < table.Length; value++)
                {
                    table[value] = (byte)Math.Min((below + (step / 2)) / step, 255);
                    below += histogram[value];
                }
                // What lies under the darkest value never occurs, so its entry is free.
                var lookup = torch.tensor(table, device: plane.device);
                return lookup.index_select(0, plane.to_type(ScalarType.Int64));
            }

            private static Scalar FullScalar(ScalarType type)
            {
                var full = ImageType.Full(type);
                return ImageType.IsFloat(type) ? (Scalar)full : (Scalar)(long)full;
            }

            private static void RequireBytes(Tensor image, string operation)
            {
                if (image.dtype != ScalarType.Byte)
                {
                    throw new ArgumentException($"{operation} takes a uint8 image, but this one is {image.dtype}.");
                }
            }
        }
    }
}
