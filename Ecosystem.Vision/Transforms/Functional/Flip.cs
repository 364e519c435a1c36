using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        public static partial class functional
        {
            /// <summary>Mirrors an image left to right.</summary>
            public static Tensor hflip(Tensor input) => input.flip(-1);

            /// <summary>Turns an image upside down.</summary>
            public static Tensor vflip(Tensor input) => input.flip(-2);
        }
    }
}
