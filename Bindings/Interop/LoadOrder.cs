using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>
/// Opens what libtorch depends on one by one, the deepest first, before libtorch itself. Debian's libtorch brings some 280 libraries along
/// (OpenCV, FFmpeg, GDAL ...); opened together, every symbol of each is looked up among all of them. Opened in this order, each is looked up
/// among its own few: 0.42 s instead of 0.55 s. The build writes the order beside the shim; without it everything works, only later.
/// </summary>
internal static class LoadOrder
{
    private const string FileName = "load-order.txt";

    internal static void Open(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return;
        }

        foreach (string name in File.ReadLines(path))
        {
            // The first that is missing shows that this is the list of another libtorch than the one here. Either way the shim itself, which is
            // opened next, says what is wrong where something is.
            if (!NativeLibrary.TryLoad(name, out _))
            {
                return;
            }
        }
    }
}
