using System.Runtime.InteropServices;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torchtext
{
    public static partial class datasets
    {
        /// <summary>
        /// IMDB: reviews of films, 25,000 to train on and 25,000 to test, negative (label 1) and positive (label 2). Downloaded unless it is there
        /// already, to the place and in the form in which Python's torchtext keeps it: one file for each class, one review to a line.
        /// </summary>
        /// <param name="root">The folder that holds <c>datasets/IMDB</c>; torchtext's cache folder if null.</param>
        /// <param name="split">"train" or "test".</param>
        /// <exception cref="DownloadException">The archive is not there and cannot be downloaded.</exception>
        /// <exception cref="ArchiveException">The archive is damaged.</exception>
        /// <exception cref="TextFileException">A file is malformed; the message says where.</exception>
        public static LabelledTextList IMDB([Optional, DefaultParameterValue(null)] string? root, string split)
        {
            PublishedText.RequireSplit(split, "train", "test");
            var folder = PublishedText.Folder(root, nameof(IMDB));
            var reviews = Path.Combine(folder, "aclImdb_v1", split);
            if (!Directory.Exists(reviews))
            {
                var archive = Path.Combine(folder, "aclImdb_v1.tar.gz");
                PublishedText.Require(archive, "http://ai.stanford.edu/~amaas/data/sentiment/aclImdb_v1.tar.gz", "7c2ac02c03563afcf9b574c7e56c153a");
                ReviewArchive.Unpack(archive, split, reviews);
            }
            var samples = new[] { (Label: 1L, Name: "neg"), (Label: 2L, Name: "pos") }
                .SelectMany(part => Lines(Path.Combine(reviews, part.Name)).Select(text => (part.Label, text)));
            return new LabelledTextList(samples, ["neg", "pos"], first_label: 1);
        }

        /// <summary>Both parts of IMDB.</summary>
        /// <param name="root">The folder that holds <c>datasets/IMDB</c>; torchtext's cache folder if null.</param>
        public static (LabelledTextList train, LabelledTextList test) IMDB(string? root = null) => (IMDB(root, "train"), IMDB(root, "test"));

        private static IEnumerable<string> Lines(string path)
        {
            using var lines = new TextLines(path, TextDecoding.Create(null, "strict"));
            while (lines.Read() is { } line)
            {
                yield return line;
            }
        }
    }
}
