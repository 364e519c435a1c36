namespace TorchSharp;

public static partial class torchvision
{
    /// <summary>Networks for images, and their published weights.</summary>
    public static partial class models
    {
        /// <summary>
        /// Published weights of a network: where they are and how pictures must be prepared for them. Python's <c>WeightsEnum</c>; the
        /// concrete classes name the members, as in <c>ResNet18_Weights.IMAGENET1K_V1</c>.
        /// </summary>
        public abstract class Weights
        {
            private const string Origin = "https://download.pytorch.org/models/";

            private readonly string family;
            private readonly int resizeSize;
            private readonly int cropSize;

            private protected Weights(
                string family, string name, string file_name, long num_params, double acc_1, double acc_5, int resize_size, int crop_size)
            {
                (this.family, this.name, this.file_name, this.num_params) = (family, name, file_name, num_params);
                (accuracy_1, accuracy_5, resizeSize, cropSize) = (acc_1, acc_5, resize_size, crop_size);
            }

            /// <summary>The member's name, such as IMAGENET1K_V1.</summary>
            public string name { get; }

            /// <summary>The file's name; the eight digits in it begin its SHA-256.</summary>
            public string file_name { get; }

            /// <summary>Where the file is published.</summary>
            public string url => Origin + file_name;

            /// <summary>Number of parameters.</summary>
            public long num_params { get; }

            /// <summary>Number of classes told apart.</summary>
            public int num_classes => 1000;

            /// <summary>Percent of ImageNet-1K's validation pictures whose class is the first guess.</summary>
            public double accuracy_1 { get; }

            /// <summary>Percent of ImageNet-1K's validation pictures whose class is among the first five guesses.</summary>
            public double accuracy_5 { get; }

            /// <summary>The preparation of pictures that these weights were measured with.</summary>
            public ITransform transforms() => new Transforms.ImageClassification(cropSize, resizeSize);

            /// <summary>
            /// The weights by name, from the cache that Python's <c>torch.hub</c> uses (<c>checkpoints</c> under <see cref="torch.hub.get_dir"/>);
            /// what is not there is downloaded into it first, and its SHA-256 checked.
            /// </summary>
            /// <param name="progress">Whether a download shows a progress bar.</param>
            /// <returns>The tensors, on the CPU; the caller owns them.</returns>
            /// <exception cref="DownloadException">The file is not there and cannot be downloaded; the message says from where and to where.</exception>
            public Dictionary<string, torch.Tensor> get_state_dict(bool progress = true) => Modules.Checkpoints.Published(url, progress);

            /// <inheritdoc/>
            public override string ToString() => $"{family}.{name}";
        }
    }
}
