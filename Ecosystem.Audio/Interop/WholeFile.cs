using TorchSharp.Interop;

namespace Torchlight.Audio.Interop;

/// <summary>Sound files that are either the old ones or the new ones, whole, through the binding's <see cref="AtomicFile"/>.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file under a name, over what was there.</summary>
    internal static void Write(string path, Action<Stream> write) => AtomicFile.Write(path, write);
}
