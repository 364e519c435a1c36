namespace TorchSharp;

public static partial class torchvision
{
    public static partial class models
    {
        /// <summary>The published weights of <c>wide_resnet50_2</c>.</summary>
        public sealed class Wide_ResNet50_2_Weights : Weights
        {
            /// <summary>Trained on ImageNet-1K: 78.468 % of its validation pictures right, 94.086 % among the first five.</summary>
            public static readonly Wide_ResNet50_2_Weights IMAGENET1K_V1 =
                new(nameof(IMAGENET1K_V1), "wide_resnet50_2-95faca4d.pth", 68_883_240, 78.468, 94.086, 256);

            /// <summary>Trained on ImageNet-1K: 81.602 % of its validation pictures right, 95.758 % among the first five.</summary>
            public static readonly Wide_ResNet50_2_Weights IMAGENET1K_V2 =
                new(nameof(IMAGENET1K_V2), "wide_resnet50_2-9ba9bcbe.pth", 68_883_240, 81.602, 95.758, 232);

            /// <summary>The best of them.</summary>
            public static readonly Wide_ResNet50_2_Weights DEFAULT = IMAGENET1K_V2;

            private Wide_ResNet50_2_Weights(string name, string file_name, long num_params, double acc_1, double acc_5, int resize_size)
                : base(nameof(Wide_ResNet50_2_Weights), name, file_name, num_params, acc_1, acc_5, resize_size, crop_size: 224)
            {
            }
        }
    }
}
