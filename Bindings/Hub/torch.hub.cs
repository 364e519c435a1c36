namespace TorchSharp;

public static partial class torch
{
    /// <summary>Files from the network, and the folder that keeps them, shared with Python's <c>torch.hub</c>.</summary>
    public static partial class hub
    {
        private static string? _folder;
        private static Func<bool, IProgressBar> _createProgressBar = ProgressBarOnTheConsole;

        /// <summary>
        /// The folder where downloads are kept: what <see cref="set_dir"/> was given, or else <c>$TORCH_HOME/hub</c>, where TORCH_HOME is
        /// <c>$XDG_CACHE_HOME/torch</c> unless set and XDG_CACHE_HOME <c>~/.cache</c>. Python's <c>torch.hub.get_dir</c>.
        /// </summary>
        public static string get_dir() => Volatile.Read(ref _folder) ?? Path.Combine(get_torch_home(), "hub");

        /// <summary>Sets the folder where downloads are kept. Python's <c>torch.hub.set_dir</c>.</summary>
        /// <param name="d">The folder, made when something is put there; a leading <c>~</c> is the user's own folder.</param>
        public static void set_dir(string d)
        {
            ArgumentException.ThrowIfNullOrEmpty(d);
            Volatile.Write(ref _folder, ExpandUser(d));
        }

        /// <summary>Sets what makes the progress bars of downloads.</summary>
        /// <param name="func">Makes a bar; its argument says whether the bar is to stay hidden.</param>
        public static void set_create_progress_bar_func(Func<bool, IProgressBar> func)
        {
            ArgumentNullException.ThrowIfNull(func);
            Volatile.Write(ref _createProgressBar, func);
        }

        /// <summary>Makes a progress bar: on the standard error output unless <see cref="set_create_progress_bar_func"/> has set another.</summary>
        /// <param name="hidden">Whether it shows nothing.</param>
        public static IProgressBar CreateProgressBar(bool hidden) => Volatile.Read(ref _createProgressBar)(hidden);

        /// <summary>PyTorch's folder for what it keeps between runs: <c>$TORCH_HOME</c>, by default <c>~/.cache/torch</c>.</summary>
        public static string get_torch_home()
        {
            var home = Environment.GetEnvironmentVariable("TORCH_HOME");
            if (string.IsNullOrEmpty(home))
            {
                var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
                home = Path.Combine(string.IsNullOrEmpty(cache) ? "~/.cache" : cache, "torch");
            }
            return ExpandUser(home);
        }

        /// <summary>A path with a leading <c>~</c> replaced by the user's own folder, as Python's <c>os.path.expanduser</c>.</summary>
        internal static string ExpandUser(string path) => path == "~" || path.StartsWith("~/", StringComparison.Ordinal)
            ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify) + path[1..]
            : path;

        private static IProgressBar ProgressBarOnTheConsole(bool hidden) =>
            hidden ? new HiddenProgressBar() : new ConsoleProgressBar(Console.Error, !Console.IsErrorRedirected);
    }
}
