using TorchSharp.Transforms;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        /// <summary>Mirrors an image left to right, sometimes.</summary>
        /// <param name="p">How often, in [0, 1].</param>
        public static ITransform RandomHorizontalFlip(double p = 0.5) => new Randomize(new HorizontalFlip(), p);
    }
}
