using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        public static partial class functional
        {
            /// <summary>
            /// Converts an image to another element type and its values to that type's range: [0, 1] for floating point, [0, largest]
            /// for whole numbers. From floating point to whole numbers 0.999 and more become the largest; the rest is truncated.
            /// </summary>
            /// <param name="image">The image.</param>
            /// <param name="dtype">The new element type.</param>
            /// <exception cref="ArgumentException">float32 to int32 or int64, or float64 to int64: the largest value has no exact counterpart.</exception>
            public static Tensor convert_image_dtype(Tensor image, ScalarType dtype = ScalarType.Float32)
            {
                var from = image.dtype;
                if (from == dtype)
                {
                    return image.alias();
                }
                using var scope = NewDisposeScope();
                var converted = (ImageType.IsFloat(from), ImageType.IsFloat(dtype)) switch
                {
                    (true, true) => image.to_type(dtype),
                    (false, true) => image.to_type(dtype).div_(ImageType.Full(from)),
                    (true, false) => FloatToWhole(image, from, dtype),
                    (false, false) => WholeToWhole(image, from, dtype),
                };
                return converted.MoveToOuterDisposeScope();
            }

            /// <summary>Converts an image of whole numbers to float32 in [0, 1] (Python's <c>to_tensor</c>); floating point stays as it is.</summary>
            public static Tensor to_tensor(Tensor image) =>
                ImageType.IsFloat(image.dtype) ? image.alias() : convert_image_dtype(image, ScalarType.Float32);

            private static Tensor FloatToWhole(Tensor image, ScalarType from, ScalarType to)
            {
                if ((from == ScalarType.Float32 && to is ScalarType.Int32 or ScalarType.Int64) || (from == ScalarType.Float64 && to == ScalarType.Int64))
                {
                    throw new ArgumentException($"An image of {from} cannot be converted to {to} without overflow: the largest value is not exact in {from}.");
                }
                return image.mul(ImageType.Full(to) + 1.0 - 1e-3).to_type(to);
            }

            /// <summary>Whole numbers are scaled by powers of two, so that 255 becomes 32640 rather than 32767 and comes back as 255.</summary>
            private static Tensor WholeToWhole(Tensor image, ScalarType from, ScalarType to)
            {
                var (fullFrom, fullTo) = ((long)ImageType.Full(from), (long)ImageType.Full(to));
                var (bitsFrom, bitsTo) = (System.Numerics.BitOperations.PopCount((ulong)fullFrom), System.Numerics.BitOperations.PopCount((ulong)fullTo));
                return bitsFrom > bitsTo
                    ? image.div(1L << (bitsFrom - bitsTo), RoundingMode.floor).to_type(to)
                    : image.to_type(to).mul(1L << (bitsTo - bitsFrom));
            }
        }
    }
}
