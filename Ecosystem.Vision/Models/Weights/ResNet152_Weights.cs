namespace TorchSharp;

public static partial class torchvision
{
    public static partial class models
    {
        /// <summary>The published weights of <c>resnet152</c>.</summary>
        public sealed class ResNet152_Weights : Weights
        {
            /// <summary>Trained on ImageNet-1K: 78.312 % of its validation pictures right, 94.046 % among the first five.</summary>
            public static readonly ResNet152_Weights IMAGENET1K_V1 =
                new(nameof(IMAGENET1K_V1), "resnet152-394f9c45.pth", 60_192_808, 78.312, 94.046, 256);

            /// <summary>Trained on ImageNet-1K: 82.284 % of its validation pictures right, 96.002 % among the first five.</summary>
            public static readonly ResNet152_Weights IMAGENET1K_V2 =
                new(nameof(IMAGENET1K_V2), "resnet152-f82ba261.pth", 60_192_808, 82.284, 96.002, 232);

            /// <summary>The best of them.</summary>
            public static readonly ResNet152_Weights DEFAULT = IMAGENET1K_V2;

            private ResNet152_Weights(string name, string file_name, long num_params, double acc_1, double acc_5, int resize_size)
                : base(nameof(ResNet152_Weights), name, file_name, num_params, acc_1, acc_5, resize_size, crop_size: 224)
            {
            }
        }
    }
}
