namespace TorchSharp;

public static partial class torchvision
{
    public static partial class models
    {
        /// <summary>The published weights of <c>wide_resnet101_2</c>.</summary>
        public sealed class Wide_ResNet101_2_Weights : Weights
        {
            /// <summary>Trained on ImageNet-1K: 78.848 % of its validation pictures right, 94.284 % among the first five.</summary>
            public static readonly Wide_ResNet101_2_Weights IMAGENET1K_V1 =
                new(nameof(IMAGENET1K_V1), "wide_resnet101_2-32ee1156.pth", 126_886_696, 78.848, 94.284, 256);

            /// <summary>Trained on ImageNet-1K: 82.51 % of its validation pictures right, 96.02 % among the first five.</summary>
            public static readonly Wide_ResNet101_2_Weights IMAGENET1K_V2 =
                new(nameof(IMAGENET1K_V2), "wide_resnet101_2-d733dc28.pth", 126_886_696, 82.51, 96.02, 232);

            /// <summary>The best of them.</summary>
            public static readonly Wide_ResNet101_2_Weights DEFAULT = IMAGENET1K_V2;

            private Wide_ResNet101_2_Weights(string name, string file_name, long num_params, double acc_1, double acc_5, int resize_size)
                : base(nameof(Wide_ResNet101_2_Weights), name, file_name, num_params, acc_1, acc_5, resize_size, crop_size: 224)
            {
            }
        }
    }
}
