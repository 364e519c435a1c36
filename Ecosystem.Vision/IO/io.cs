namespace TorchSharp;

public static partial class torchvision
{
    /// <summary>Image files as tensors: Python's <c>torchvision.io</c>.</summary>
    public static partial class io
    {
        private static Imager defaultImager = new CodecImager();

        /// <summary>The imager that is used where none is passed; a <see cref="CodecImager"/> unless another is assigned.</summary>
        public static Imager DefaultImager
        {
            get => defaultImager;
            set => defaultImager = value ?? throw new ArgumentNullException(nameof(value));
        }
    }
}
