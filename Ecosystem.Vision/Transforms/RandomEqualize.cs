using TorchSharp.Transforms;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        /// <summary>Equalizes the channels of a uint8 image, sometimes.</summary>
        /// <param name="p">How often, in [0, 1].</param>
        public static ITransform RandomEqualize(double p = 0.5) => new Randomize(new Equalize(), p);

        /// <summary>Equalizes the channels of a uint8 image, sometimes (TorchSharp's name for <see cref="RandomEqualize(double)"/>).</summary>
        /// <param name="p">How often, in [0, 1].</param>
        public static ITransform Equalize(double p) => RandomEqualize(p);
    }
}
