namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>Maps between tensors whose change of volume can be told (torch.distributions.transforms).</summary>
        public static partial class transforms
        {
            /// <summary>The map that changes nothing.</summary>
            public static readonly ComposeTransform identity_transform = new([]);
        }
    }
}
