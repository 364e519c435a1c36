using System.Runtime.InteropServices;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torchtext
{
    public static partial class datasets
    {
        private const string AgNewsOrigin = "https://raw.githubusercontent.com/mhjabreel/CharCnn_Keras/master/data/ag_news_csv/";

        /// <summary>
        /// AG News: titles and first sentences of news, 120,000 to train on and 7,600 to test, of four classes with the labels 1 to 4. Downloaded unless
        /// it is there already, to the place where Python's torchtext keeps it.
        /// </summary>
        /// <param name="root">The folder that holds <c>datasets/AG_NEWS</c>; torchtext's cache folder if null.</param>
        /// <param name="split">"train" or "test".</param>
        /// <exception cref="DownloadException">The file is not there and cannot be downloaded.</exception>
        /// <exception cref="TextFileException">The file is malformed; the message says where.</exception>
        public static LabelledTextList AG_NEWS([Optional, DefaultParameterValue(null)] string? root, string split)
        {
            PublishedText.RequireSplit(split, "train", "test");
            var path = Path.Combine(PublishedText.Folder(root, nameof(AG_NEWS)), split + ".csv");
            var md5 = split == "train" ? "b1a00f826fdfbd249f79597b59e1dc12" : "d52ea96a97a2d943681189a97654912d";
            PublishedText.Require(path, $"{AgNewsOrigin}{split}.csv", md5);
            var samples = PublishedText.Records(path, ',').Select(record =>
                (PublishedText.Label(record.Fields[0], 1, 4, path, record.Line), string.Join(' ', record.Fields.AsSpan(1))));
            return new LabelledTextList(samples, ["World", "Sports", "Business", "Sci/Tech"], first_label: 1);
        }

        /// <summary>Both parts of AG News.</summary>
        /// <param name="root">The folder that holds <c>datasets/AG_NEWS</c>; torchtext's cache folder if null.</param>
        public static (LabelledTextList train, LabelledTextList test) AG_NEWS(string? root = null) => (AG_NEWS(root, "train"), AG_NEWS(root, "test"));
    }
}
