namespace TorchSharp;

public static partial class torchvision
{
    public static partial class models
    {
        /// <summary>The published weights of <c>resnext101_32x8d</c>.</summary>
        public sealed class ResNeXt101_32X8D_Weights : Weights
        {
            /// <summary>Trained on ImageNet-1K: 79.312 % of its validation pictures right, 94.526 % among the first five.</summary>
            public static readonly ResNeXt101_32X8D_Weights IMAGENET1K_V1 =
                new(nameof(IMAGENET1K_V1), "resnext101_32x8d-8ba56ff5.pth", 88_791_336, 79.312, 94.526, 256);

            /// <summary>Trained on ImageNet-1K: 82.834 % of its validation pictures right, 96.228 % among the first five.</summary>
            public static readonly ResNeXt101_32X8D_Weights IMAGENET1K_V2 =
                new(nameof(IMAGENET1K_V2), "resnext101_32x8d-110c445d.pth", 88_791_336, 82.834, 96.228, 232);

            /// <summary>The best of them.</summary>
            public static readonly ResNeXt101_32X8D_Weights DEFAULT = IMAGENET1K_V2;

            private ResNeXt101_32X8D_Weights(string name, string file_name, long num_params, double acc_1, double acc_5, int resize_size)
                : base(nameof(ResNeXt101_32X8D_Weights), name, file_name, num_params, acc_1, acc_5, resize_size, crop_size: 224)
            {
            }
        }
    }
}
