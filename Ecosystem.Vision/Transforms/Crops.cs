using static TorchSharp.torch;

namespace TorchSharp.Transforms;

/// <summary>Several crops of one image as one tensor.</summary>
internal static class Crops
{
    /// <summary>Stacks the crops in front and disposes them.</summary>
    public static Tensor Stacked(Tensor[] crops)
    {
        try
        {
            return torch.stack(crops);
        }
        finally
        {
            foreach (var crop in crops)
            {
                crop.Dispose();
            }
        }
    }
}
