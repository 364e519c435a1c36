using TorchSharp.Interop;

namespace Lightning;

/// <summary>Text files that are either the old ones or the new ones, whole, through the binding's <see cref="AtomicFile"/>.</summary>
internal static class WholeFile
{
    internal static void Write(string path, string text) => AtomicFile.WriteAllText(path, text);
}
