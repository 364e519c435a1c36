namespace TorchSharp;

public static partial class torchvision
{
    public static partial class models
    {
        /// <summary>The published weights of <c>resnet34</c>.</summary>
        public sealed class ResNet34_Weights : Weights
        {
            /// <summary>Trained on ImageNet-1K: 73.314 % of its validation pictures right, 91.42 % among the first five.</summary>
            public static readonly ResNet34_Weights IMAGENET1K_V1 =
                new(nameof(IMAGENET1K_V1), "resnet34-b627a593.pth", 21_797_672, 73.314, 91.42, 256);

            /// <summary>The best of them.</summary>
            public static readonly ResNet34_Weights DEFAULT = IMAGENET1K_V1;

            private ResNet34_Weights(string name, string file_name, long num_params, double acc_1, double acc_5, int resize_size)
                : base(nameof(ResNet34_Weights), name, file_name, num_params, acc_1, acc_5, resize_size, crop_size: 224)
            {
            }
        }
    }
}
