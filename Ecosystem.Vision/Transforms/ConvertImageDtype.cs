using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>Converts an image to another element type and its values to that type's range.</summary>
            /// <param name="dtype">The new element type.</param>
            public static ITransform ConvertImageDtype(ScalarType dtype) => new ConvertImageDtype(dtype);

            /// <inheritdoc cref="ConvertImageDtype(ScalarType)"/>
            public static ITransform ConvertImageDType(ScalarType dtype) => new ConvertImageDtype(dtype);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>Converts an image to another element type and its values to that type's range.</summary>
    /// <param name="dtype">The new element type.</param>
    public sealed record ConvertImageDtype(ScalarType dtype) : torchvision.ITransform
    {
        /// <inheritdoc/>
        public Tensor call(Tensor input) => torchvision.transforms.functional.convert_image_dtype(input, dtype);
    }
}
