using TorchSharp.Transforms;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        /// <summary>Sharpens or smooths an image, sometimes.</summary>
        /// <param name="sharpness">0 gives the smoothed image, 1 the image, 2 twice as sharp.</param>
        /// <param name="p">How often, in [0, 1].</param>
        public static ITransform RandomAdjustSharpness(double sharpness, double p = 0.5) => new Randomize(new AdjustSharpness(sharpness), p);
    }
}
