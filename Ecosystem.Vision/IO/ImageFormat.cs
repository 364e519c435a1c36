namespace TorchSharp;

public static partial class torchvision
{
    /// <summary>Formats of image files, as TorchSharp names them. The default imager writes JPEG, PNG and WebP.</summary>
    public enum ImageFormat
    {
        /// <summary>Not said.</summary>
        Unknown,

        /// <summary>Portable Network Graphics.</summary>
        Png,

        /// <summary>JPEG.</summary>
        Jpeg,

        /// <summary>Windows bitmap.</summary>
        Bmp,

        /// <summary>Graphics Interchange Format.</summary>
        Gif,

        /// <summary>Tagged Image File Format.</summary>
        Tiff,

        /// <summary>Enhanced Windows metafile.</summary>
        Emf,

        /// <summary>EXIF.</summary>
        Exif,

        /// <summary>Windows metafile.</summary>
        Wmf,

        /// <summary>Portable bitmap.</summary>
        Pbm,

        /// <summary>Truevision TGA.</summary>
        Tga,

        /// <summary>WebP.</summary>
        Webp,
    }
}
