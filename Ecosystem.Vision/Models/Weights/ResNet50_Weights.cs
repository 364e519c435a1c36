namespace TorchSharp;

public static partial class torchvision
{
    public static partial class models
    {
        /// <summary>The published weights of <c>resnet50</c>.</summary>
        public sealed class ResNet50_Weights : Weights
        {
            /// <summary>Trained on ImageNet-1K: 76.13 % of its validation pictures right, 92.862 % among the first five.</summary>
            public static readonly ResNet50_Weights IMAGENET1K_V1 =
                new(nameof(IMAGENET1K_V1), "resnet50-0676ba61.pth", 25_557_032, 76.13, 92.862, 256);

            /// <summary>Trained on ImageNet-1K: 80.858 % of its validation pictures right, 95.434 % among the first five.</summary>
            public static readonly ResNet50_Weights IMAGENET1K_V2 =
                new(nameof(IMAGENET1K_V2), "resnet50-11ad3fa6.pth", 25_557_032, 80.858, 95.434, 232);

            /// <summary>The best of them.</summary>
            public static readonly ResNet50_Weights DEFAULT = IMAGENET1K_V2;

            private ResNet50_Weights(string name, string file_name, long num_params, double acc_1, double acc_5, int resize_size)
                : base(nameof(ResNet50_Weights), name, file_name, num_params, acc_1, acc_5, resize_size, crop_size: 224)
            {
            }
        }
    }
}
