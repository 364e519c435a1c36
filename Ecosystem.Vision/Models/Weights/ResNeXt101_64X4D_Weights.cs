namespace TorchSharp;

public static partial class torchvision
{
    public static partial class models
    {
        /// <summary>The published weights of <c>resnext101_64x4d</c>.</summary>
        public sealed class ResNeXt101_64X4D_Weights : Weights
        {
            /// <summary>Trained on ImageNet-1K: 83.246 % of its validation pictures right, 96.454 % among the first five.</summary>
            public static readonly ResNeXt101_64X4D_Weights IMAGENET1K_V1 =
                new(nameof(IMAGENET1K_V1), "resnext101_64x4d-173b62eb.pth", 83_455_272, 83.246, 96.454, 232);

            /// <summary>The best of them.</summary>
            public static readonly ResNeXt101_64X4D_Weights DEFAULT = IMAGENET1K_V1;

            private ResNeXt101_64X4D_Weights(string name, string file_name, long num_params, double acc_1, double acc_5, int resize_size)
                : base(nameof(ResNeXt101_64X4D_Weights), name, file_name, num_params, acc_1, acc_5, resize_size, crop_size: 224)
            {
            }
        }
    }
}
