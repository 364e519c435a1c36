using System.Text;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torchtext
{
    /// <summary>Data sets of texts.</summary>
    public static partial class datasets
    {
        /// <summary>Text files sorted into folders, one folder for each class and one file for each sample.</summary>
        /// <param name="root">The folder that holds the class folders.</param>
        /// <param name="extensions">Endings of the files to take, with their dots, whatever the case; .txt if null.</param>
        /// <param name="encoding">How the files' bytes become text; UTF-8 if null.</param>
        /// <param name="errors">What happens with bytes that are no text: "strict" throws, "replace" puts U+FFFD there, "ignore" leaves them out.</param>
        /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
        /// <exception cref="FileNotFoundException">The folder has no class folders, or a class folder has no file to take.</exception>
        public static TextFolder TextFolder(
            string root, IReadOnlyList<string>? extensions = null, Encoding? encoding = null, string errors = "strict") =>
            new(root, extensions, encoding, errors);

        /// <summary>Text files that hold one class each, with one sample to a line, such as <c>rt-polarity.neg</c> and <c>rt-polarity.pos</c>.</summary>
        /// <param name="root">The folder whose files are the classes, in ordinal order of their names.</param>
        /// <param name="encoding">How the files' bytes become text; UTF-8 if null.</param>
        /// <param name="errors">As for <see cref="TextFolder(string, IReadOnlyList{string}?, Encoding?, string)"/>.</param>
        /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
        /// <exception cref="FileNotFoundException">It holds fewer than two files.</exception>
        /// <exception cref="TextFileException">A file is malformed; the message says where.</exception>
        public static ClassFiles ClassFiles(string root, Encoding? encoding = null, string errors = "strict") => new(root, encoding, errors);

        /// <summary>Text files that hold one class each, with one sample to a line.</summary>
        /// <param name="files">The classes and their files, in the order of the labels.</param>
        /// <param name="encoding">How the files' bytes become text; UTF-8 if null.</param>
        /// <param name="errors">As for <see cref="TextFolder(string, IReadOnlyList{string}?, Encoding?, string)"/>.</param>
        /// <exception cref="FileNotFoundException">A file is missing.</exception>
        /// <exception cref="TextFileException">A file is malformed; the message says where.</exception>
        public static ClassFiles ClassFiles(
            IReadOnlyList<(string name, string path)> files, Encoding? encoding = null, string errors = "strict") => new(files, encoding, errors);

        /// <summary>A file of delimited records (CSV, TSV); <see cref="DelimitedTextFile.labelled(string, string)"/> makes texts with labels of it.</summary>
        /// <param name="path">The file.</param>
        /// <param name="delimiter">What stands between fields; a tab if null and the name ends in .tsv or .tab, else a comma.</param>
        /// <param name="header">Whether the first record names the columns.</param>
        /// <param name="quotechar">What fields with delimiters or line ends stand in; null where quotes are plain characters.</param>
        /// <param name="encoding">How the file's bytes become text; UTF-8 if null.</param>
        /// <param name="errors">As for <see cref="TextFolder(string, IReadOnlyList{string}?, Encoding?, string)"/>.</param>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="TextFileException">A record has another number of fields than the first, a quote is never closed, or the bytes are
        /// malformed.</exception>
        public static DelimitedTextFile TextFile(
            string path, char? delimiter = null, bool header = false, char? quotechar = '"', Encoding? encoding = null, string errors = "strict") =>
            new(path, delimiter, header, quotechar, encoding, errors);
    }
}
