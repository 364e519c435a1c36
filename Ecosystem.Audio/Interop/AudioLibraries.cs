using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace Torchlight.Audio.Interop;

/// <summary>Finds the native libraries that this assembly imports: the filters, built with the binding, and the system's libsndfile.</summary>
internal static unsafe class AudioLibraries
{
    /// <summary>The import name of libsndfile; the file's name differs from system to system.</summary>
    internal const string SoundFile = "sndfile";

    private static readonly string[] SoundFileNames = OperatingSystem.IsWindows()
        ? ["sndfile.dll", "libsndfile-1.dll", "libsndfile.dll"]
        : OperatingSystem.IsMacOS() ? ["libsndfile.1.dylib", "/opt/homebrew/lib/libsndfile.1.dylib"] : ["libsndfile.so.1"];

    /// <summary>Whether libsndfile is there.</summary>
    internal static bool HasSoundFile => TryLoad(SoundFileNames, out _);

#pragma warning disable CA2255 // the resolver has to be there before the first import is bound
    [ModuleInitializer]
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(AudioLibraries).Assembly, Resolve);
#pragma warning restore CA2255

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) => name switch
    {
        SoundFile => LoadSoundFile(),
        FilterMethods.Library => LoadFilters(),
        _ => 0,
    };

    private static nint LoadFilters()
    {
        nint handle = NativeLibraries.Load(FilterMethods.Library);
        var version = (delegate* unmanaged<int>)NativeLibrary.GetExport(handle, nameof(FilterMethods.tla_abi_version));
        int found = version();
        return found == FilterMethods.AbiVersion
            ? handle
            : throw new DllNotFoundException(
                $"The library {FilterMethods.Library} at hand speaks version {found} of its interface and this assembly version {FilterMethods.AbiVersion}: build it again.");
    }

    private static nint LoadSoundFile() => TryLoad(SoundFileNames, out nint handle)
        ? handle
        : throw new DllNotFoundException(
            $"Sound files other than WAV need libsndfile, which was not found (tried {string.Join(", ", SoundFileNames)}). Install it: "
            + "'apt-get install libsndfile1' on Debian and Ubuntu, 'brew install libsndfile' on macOS, or sndfile.dll beside the program on Windows.");

    private static bool TryLoad(string[] files, out nint handle)
    {
        foreach (string file in files)
        {
            if (NativeLibrary.TryLoad(file, out handle))
            {
                return true;
            }
        }

        handle = 0;
        return false;
    }
}
