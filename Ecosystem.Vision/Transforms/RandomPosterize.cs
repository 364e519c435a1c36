using TorchSharp.Transforms;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        /// <summary>Keeps only the highest bits of a uint8 image, sometimes.</summary>
        /// <param name="bits">Bits to keep, 0 to 8.</param>
        /// <param name="p">How often, in [0, 1].</param>
        public static ITransform RandomPosterize(int bits, double p = 0.5) => new Randomize(new Posterize(bits), p);
    }
}
