using TorchSharp.Transforms;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        /// <summary>Stretches the channels of an image to the full range, sometimes.</summary>
        /// <param name="p">How often, in [0, 1].</param>
        public static ITransform RandomAutoContrast(double p = 0.5) => new Randomize(new AutoContrast(), p);

        /// <inheritdoc cref="RandomAutoContrast(double)"/>
        public static ITransform RandomAutocontrast(double p = 0.5) => RandomAutoContrast(p);
    }
}
