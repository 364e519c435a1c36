using TorchSharp.Transforms;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        /// <summary>Inverts the values of an image at or above a threshold, sometimes.</summary>
        /// <param name="threshold">In the image's own units.</param>
        /// <param name="p">How often, in [0, 1].</param>
        public static ITransform RandomSolarize(double threshold, double p = 0.5) => new Randomize(new Solarize(threshold), p);
    }
}
