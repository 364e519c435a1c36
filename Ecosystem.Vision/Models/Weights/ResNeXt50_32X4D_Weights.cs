namespace TorchSharp;

public static partial class torchvision
{
    public static partial class models
    {
        /// <summary>The published weights of <c>resnext50_32x4d</c>.</summary>
        public sealed class ResNeXt50_32X4D_Weights : Weights
        {
            /// <summary>Trained on ImageNet-1K: 77.618 % of its validation pictures right, 93.698 % among the first five.</summary>
            public static readonly ResNeXt50_32X4D_Weights IMAGENET1K_V1 =
                new(nameof(IMAGENET1K_V1), "resnext50_32x4d-7cdf4587.pth", 25_028_904, 77.618, 93.698, 256);

            /// <summary>Trained on ImageNet-1K: 81.198 % of its validation pictures right, 95.34 % among the first five.</summary>
            public static readonly ResNeXt50_32X4D_Weights IMAGENET1K_V2 =
                new(nameof(IMAGENET1K_V2), "resnext50_32x4d-1a0047aa.pth", 25_028_904, 81.198, 95.34, 232);

            /// <summary>The best of them.</summary>
            public static readonly ResNeXt50_32X4D_Weights DEFAULT = IMAGENET1K_V2;

            private ResNeXt50_32X4D_Weights(string name, string file_name, long num_params, double acc_1, double acc_5, int resize_size)
                : base(nameof(ResNeXt50_32X4D_Weights), name, file_name, num_params, acc_1, acc_5, resize_size, crop_size: 224)
            {
            }
        }
    }
}
