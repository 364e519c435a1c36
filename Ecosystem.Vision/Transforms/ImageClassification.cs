using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torchvision
    {
        public static partial class transforms
        {
            /// <summary>The preprocessing that published classifiers expect: resize, cut out the middle, convert to float32, normalize.</summary>
            /// <param name="crop_size">Rows and columns of the result.</param>
            /// <param name="resize_size">Length of the short side before the middle is cut out.</param>
            /// <param name="mean">Mean of each channel; ImageNet's if null.</param>
            /// <param name="std">Standard deviation of each channel; ImageNet's if null.</param>
            /// <param name="interpolation">Bilinear or Bicubic.</param>
            public static ITransform ImageClassification(
                int crop_size, int resize_size = 256, double[]? mean = null, double[]? std = null,
                InterpolationMode interpolation = InterpolationMode.Bilinear) =>
                new ImageClassification(crop_size, resize_size, mean, std, interpolation);
        }
    }
}

namespace TorchSharp.Transforms
{
    /// <summary>The preprocessing that published classifiers expect: resize, cut out the middle, convert to float32, normalize.</summary>
    public sealed class ImageClassification : torchvision.ITransform
    {
        private static readonly double[] ImageNetMean = [0.485, 0.456, 0.406];
        private static readonly double[] ImageNetStd = [0.229, 0.224, 0.225];

        private readonly Compose steps;

        /// <param name="crop_size">Rows and columns of the result.</param>
        /// <param name="resize_size">Length of the short side before the middle is cut out.</param>
        /// <param name="mean">Mean of each channel; ImageNet's if null.</param>
        /// <param name="std">Standard deviation of each channel; ImageNet's if null.</param>
        /// <param name="interpolation">Bilinear or Bicubic.</param>
        public ImageClassification(
            int crop_size, int resize_size = 256, double[]? mean = null, double[]? std = null,
            InterpolationMode interpolation = InterpolationMode.Bilinear)
        {
            steps = new Compose(
            [
                new Resize(resize_size, interpolation: interpolation),
                new CenterCrop(crop_size, crop_size),
                new ConvertImageDtype(ScalarType.Float32),
                new Normalize(mean ?? ImageNetMean, std ?? ImageNetStd),
            ]);
        }

        /// <inheritdoc/>
        public Tensor call(Tensor input) => steps.call(input);

        /// <inheritdoc/>
        public override string ToString() => $"ImageClassification({string.Join(", ", steps.transforms)})";
    }
}
