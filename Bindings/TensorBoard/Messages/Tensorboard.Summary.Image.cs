using TorchSharp;

namespace Tensorboard;

public sealed partial class Summary
{
    public static partial class Types
    {
        /// <summary>A picture.</summary>
        public sealed class Image
        {
            /// <summary>Rows.</summary>
            public int Height { get; init; }

            /// <summary>Columns.</summary>
            public int Width { get; init; }

            /// <summary>1 for grey, 2 for grey with alpha, 3 for RGB, 4 for RGBA.</summary>
            public int Colorspace { get; init; }

            /// <summary>The picture's file, PNG, JPEG or GIF.</summary>
            public required byte[] EncodedImageString { get; init; }

            internal void Write(ProtoWriter writer) =>
                writer.Integer(1, Height).Integer(2, Width).Integer(3, Colorspace).Bytes(4, EncodedImageString);
        }
    }
}
