namespace TorchSharp;

public static partial class torchvision
{
    public static partial class io
    {
        /// <summary>The channels that a picture is converted to while it is read: Python's <c>torchvision.io.ImageReadMode</c>.</summary>
        public enum ImageReadMode
        {
            /// <summary>
            /// As stored: 1 to 4 channels. A palette gives its indices (one channel), CMYK four channels, inverted as JPEG files store them.
            /// </summary>
            UNCHANGED,

            /// <summary>One channel.</summary>
            GRAY,

            /// <summary>Grey and alpha; a picture without alpha is opaque (255).</summary>
            GRAY_ALPHA,

            /// <summary>Red, green, blue; alpha is dropped, not blended.</summary>
            RGB,

            /// <summary>Red, green, blue, alpha; a picture without alpha is opaque (255).</summary>
            RGB_ALPHA,
        }
    }
}
