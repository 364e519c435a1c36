using TorchSharp.Transforms;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        /// <summary>Turns an image into its negative, sometimes.</summary>
        /// <param name="p">How often, in [0, 1].</param>
        public static ITransform RandomInvert(double p = 0.5) => new Randomize(new Invert(), p);
    }
}
