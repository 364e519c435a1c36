using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace Torchlight.Vision.Interop;

/// <summary>Finds the native libraries that this assembly imports: the codecs, built with the binding, and the system's Cairo.</summary>
internal static unsafe class VisionLibraries
{
    /// <summary>The import name of Cairo; the file's name differs from system to system.</summary>
    internal const string Cairo = "cairo";

    private static readonly string[] CairoFiles = OperatingSystem.IsWindows()
        ? ["libcairo-2.dll", "cairo-2.dll", "cairo.dll"]
        : OperatingSystem.IsMacOS() ? ["libcairo.2.dylib", "/opt/homebrew/lib/libcairo.2.dylib"] : ["libcairo.so.2"];

#pragma warning disable CA2255 // the resolver has to be there before the first import is bound
    [ModuleInitializer]
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(VisionLibraries).Assembly, Resolve);
#pragma warning restore CA2255

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) => name switch
    {
        CodecMethods.Library => LoadCodecs(),
        Cairo => LoadCairo(),
        _ => 0,
    };

    private static nint LoadCodecs()
    {
        nint handle = NativeLibraries.Load(CodecMethods.Library);
        var version = (delegate* unmanaged<int>)NativeLibrary.GetExport(handle, nameof(CodecMethods.tlv_abi_version));
        int found = version();
        return found == CodecMethods.AbiVersion
            ? handle
            : throw new DllNotFoundException(
                $"The library {CodecMethods.Library} at hand speaks version {found} of its interface and this assembly version {CodecMethods.AbiVersion}: build it again.");
    }

    private static nint LoadCairo()
    {
        foreach (string file in CairoFiles)
        {
            if (NativeLibrary.TryLoad(file, out nint handle))
            {
                return handle;
            }
        }

        throw new DllNotFoundException(
            $"Drawing needs Cairo, of which no library was found (tried {string.Join(", ", CairoFiles)}). Install it: 'apt-get install libcairo2' on "
            + "Debian and Ubuntu, 'brew install cairo' on macOS, or a Cairo DLL beside the program on Windows.");
    }
}
