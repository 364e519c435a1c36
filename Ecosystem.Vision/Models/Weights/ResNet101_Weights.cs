namespace TorchSharp;

public static partial class torchvision
{
    public static partial class models
    {
        /// <summary>The published weights of <c>resnet101</c>.</summary>
        public sealed class ResNet101_Weights : Weights
        {
            /// <summary>Trained on ImageNet-1K: 77.374 % of its validation pictures right, 93.546 % among the first five.</summary>
            public static readonly ResNet101_Weights IMAGENET1K_V1 =
                new(nameof(IMAGENET1K_V1), "resnet101-63fe2227.pth", 44_549_160, 77.374, 93.546, 256);

            /// <summary>Trained on ImageNet-1K: 81.886 % of its validation pictures right, 95.78 % among the first five.</summary>
            public static readonly ResNet101_Weights IMAGENET1K_V2 =
                new(nameof(IMAGENET1K_V2), "resnet101-cd907fc2.pth", 44_549_160, 81.886, 95.78, 232);

            /// <summary>The best of them.</summary>
            public static readonly ResNet101_Weights DEFAULT = IMAGENET1K_V2;

            private ResNet101_Weights(string name, string file_name, long num_params, double acc_1, double acc_5, int resize_size)
                : base(nameof(ResNet101_Weights), name, file_name, num_params, acc_1, acc_5, resize_size, crop_size: 224)
            {
            }
        }
    }
}
