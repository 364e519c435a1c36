namespace TorchSharp;

public static partial class torchvision
{
    public static partial class models
    {
        /// <summary>The published weights of <c>resnet18</c>.</summary>
        public sealed class ResNet18_Weights : Weights
        {
            /// <summary>Trained on ImageNet-1K: 69.758 % of its validation pictures right, 89.078 % among the first five.</summary>
            public static readonly ResNet18_Weights IMAGENET1K_V1 =
                new(nameof(IMAGENET1K_V1), "resnet18-f37072fd.pth", 11_689_512, 69.758, 89.078, 256);

            /// <summary>The best of them.</summary>
            public static readonly ResNet18_Weights DEFAULT = IMAGENET1K_V1;

            private ResNet18_Weights(string name, string file_name, long num_params, double acc_1, double acc_5, int resize_size)
                : base(nameof(ResNet18_Weights), name, file_name, num_params, acc_1, acc_5, resize_size, crop_size: 224)
            {
            }
        }
    }
}
