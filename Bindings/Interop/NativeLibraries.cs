using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>
/// Finds and opens the native libraries. They lie in folders named <c>torch-&lt;version&gt;</c>, one for each libtorch they were built
/// for, under <c>TORCHLIGHT_NATIVE</c> or under <c>native</c> beside the program.
/// </summary>
public static class NativeLibraries
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, nint> Loaded = [];

    /// <summary>The version of libtorch that is loaded, such as <c>1.13.1</c>.</summary>
    /// <exception cref="LibtorchNotFoundException">None was found.</exception>
    public static unsafe string LibtorchVersion =>
        Marshal.PtrToStringUTF8((nint)NativeMethods.tl_libtorch_version()) ?? "unknown";

    /// <summary>The folder that the shim was loaded from; null before the first use.</summary>
    public static string? Folder { get; private set; }

    /// <summary>Opens a native library of ours, such as <c>torchlight</c>, once for the process.</summary>
    /// <param name="name">The name without prefix and ending.</param>
    /// <returns>The handle, as <see cref="NativeLibrary.Load(string)"/> gives it.</returns>
    /// <exception cref="LibtorchNotFoundException">It was not found or could not be opened; the message lists what was tried.</exception>
    public static nint Load(string name)
    {
        lock (Gate)
        {
            if (Loaded.TryGetValue(name, out nint handle))
            {
                return handle;
            }

            return Loaded[name] = Open(name);
        }
    }

#pragma warning disable CA2255 // the resolver has to be there before the first import is bound
    [ModuleInitializer]
    internal static void Register() =>
        NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);
#pragma warning restore CA2255

    // An older shim would be found out only where a function is missing or takes other arguments, in the middle of a run.
    internal static unsafe bool IsOfTheseSources(nint shim) =>
        NativeLibrary.TryGetExport(shim, nameof(NativeMethods.tl_abi), out nint export)
        && string.Equals(
            Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<byte*>)export)()), NativeAbi.Expected, StringComparison.OrdinalIgnoreCase);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == NativeMethods.Library ? Load(name) : 0;

    private static nint Open(string name)
    {
        string file = FileName(name);
        LibtorchFolder? libtorch = LibtorchFolder.FromEnvironment();
        List<string> failures = [];
        OpenMPWaiting.PreferShortSpins();
        FreedMemory.Keep();
        foreach (string folder in Candidates(libtorch))
        {
            string path = Path.Combine(folder, file);
            if (!File.Exists(path))
            {
                continue;
            }

            try
            {
                if (libtorch is not null)
                {
                    libtorch.Preload();
                }
                else if (Folder is null)
                {
                    LoadOrder.Open(folder);
                }

                nint handle = NativeLibrary.Load(path);
                if (name == NativeMethods.Library && !IsOfTheseSources(handle))
                {
                    NativeLibrary.Free(handle);
                    failures.Add($"{path}: it was built from other sources than this program; ./build.sh native builds it anew.");
                    continue;
                }

                Folder = folder;
                return handle;
            }
            catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
            {
                failures.Add($"{path}: {error.Message.ReplaceLineEndings(" ")}");
            }
        }

        throw new LibtorchNotFoundException(LibtorchRemedies.Explain(file, libtorch, Roots(), failures));
    }

    /// <summary>
    /// Folders to look in, the ones that fit first: beside the shim that is open already, then the newest; a named libtorch takes only what was built
    /// for its version.
    /// </summary>
    private static IEnumerable<string> Candidates(LibtorchFolder? libtorch)
    {
        if (Folder is not null)
        {
            yield return Folder;
        }

        foreach (string root in Roots().Where(Directory.Exists))
        {
            IEnumerable<string> versions = Directory.EnumerateDirectories(root, "torch-*")
                .OrderByDescending(folder => VersionOf(folder));
            if (libtorch is not null)
            {
                versions = versions.Where(folder => Path.GetFileName(folder) == $"torch-{libtorch.Version}");
            }

            foreach (string folder in versions)
            {
                yield return folder;
            }

            yield return root;
        }
    }

    private static IEnumerable<string> Roots()
    {
        if (Environment.GetEnvironmentVariable("TORCHLIGHT_NATIVE") is { Length: > 0 } named)
        {
            yield return named;
        }

        yield return Path.Combine(AppContext.BaseDirectory, "native");
        yield return Path.Combine(AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native");
        yield return AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
    }

    private static Version VersionOf(string folder) =>
        Version.TryParse(Path.GetFileName(folder)["torch-".Length..], out Version? version) ? version : new Version();

    private static string FileName(string name) =>
        OperatingSystem.IsWindows() ? $"{name}.dll" : OperatingSystem.IsMacOS() ? $"lib{name}.dylib" : $"lib{name}.so";
}
