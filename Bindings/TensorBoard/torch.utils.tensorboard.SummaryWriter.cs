using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        /// <summary>Files that TensorBoard shows (Python's <c>torch.utils.tensorboard</c>).</summary>
        public static partial class tensorboard
        {
            /// <summary>Starts a file of events.</summary>
            /// <param name="log_dir">The folder; null for a new one under <c>runs</c>, named for the time and the machine.</param>
            /// <param name="filename_suffix">What the file's name ends in; default nothing.</param>
            /// <param name="createRunName">Whether to make a new folder, named for the time and the machine, within <c>log_dir</c>.</param>
            public static Modules.SummaryWriter SummaryWriter(string? log_dir = null, string? filename_suffix = null, bool createRunName = false) =>
                new(log_dir is null || createRunName ? Path.Combine(log_dir ?? "runs", RunName("")) : log_dir, filename_suffix: filename_suffix);

            internal static string RunName(string comment) => string.Create(
                CultureInfo.InvariantCulture, $"{DateTime.Now:MMMdd_HH-mm-ss}_{Environment.MachineName}{comment}");
        }
    }
}
