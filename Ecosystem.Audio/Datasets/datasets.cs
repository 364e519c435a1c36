using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchaudio
{
    /// <summary>Data sets of sounds.</summary>
    public static partial class datasets
    {
        /// <summary>Speech Commands: one-second utterances of single words.</summary>
        /// <param name="root">The folder where the data set is or goes.</param>
        /// <param name="url">The address of the archive, or just "speech_commands_v0.01" or "speech_commands_v0.02".</param>
        /// <param name="folder_in_archive">The folder in <paramref name="root"/> that holds the version's.</param>
        /// <param name="download">Whether to download and unpack the archive if the folder is not there.</param>
        /// <param name="subset">"training", "validation" or "testing", by the lists that come with the data; all utterances if null.</param>
        /// <exception cref="DirectoryNotFoundException">The data are not there and <paramref name="download"/> is false.</exception>
        /// <exception cref="DownloadException">The archive cannot be downloaded.</exception>
        public static SPEECHCOMMANDS SPEECHCOMMANDS(
            string root, string url = "speech_commands_v0.02", string folder_in_archive = "SpeechCommands", bool download = false,
            string? subset = null) => new(root, url, folder_in_archive, download, subset);

        /// <summary>YesNo: sixty recordings of one person who says yes or no eight times, in Hebrew.</summary>
        /// <param name="root">The folder where the data set is or goes.</param>
        /// <param name="url">The address of the archive.</param>
        /// <param name="folder_in_archive">The folder in <paramref name="root"/> and in the archive that holds the recordings.</param>
        /// <param name="download">Whether to download and unpack the archive if the folder is not there.</param>
        /// <exception cref="DirectoryNotFoundException">The data are not there and <paramref name="download"/> is false.</exception>
        /// <exception cref="DownloadException">The archive cannot be downloaded.</exception>
        public static YESNO YESNO(string root, string url = Modules.YESNO.Url, string folder_in_archive = "waves_yesno", bool download = false) =>
            new(root, url, folder_in_archive, download);

        /// <summary>Sounds sorted into classes, by folders or by names.</summary>
        /// <param name="root">The folder that holds the sounds.</param>
        /// <param name="loader">Reads a file and answers with its waveform and sample rate; <c>torchaudio.load</c> if null.</param>
        /// <param name="extensions">Endings of the files to take, with their dots; <see cref="AudioFolder.AUDIO_EXTENSIONS"/> if null.</param>
        /// <param name="class_of">
        /// Tells the class of a file by its path below <paramref name="root"/>, or null to leave it out; its first folder if null.
        /// </param>
        /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
        /// <exception cref="FileNotFoundException">There are no sounds in it, or in one of the class folders.</exception>
        public static AudioFolder AudioFolder(
            string root, Func<string, (Tensor waveform, int sample_rate)>? loader = null, IReadOnlyList<string>? extensions = null,
            Func<string, string?>? class_of = null) => new(root, loader, extensions, class_of);
    }
}
