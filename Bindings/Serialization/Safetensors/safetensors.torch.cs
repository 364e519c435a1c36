using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class safetensors
{
    /// <summary>Dictionaries of tensors and modules as safetensors files. Python's <c>safetensors.torch</c>.</summary>
    public static partial class torch
    {
        /// <summary>Reads all tensors of a file.</summary>
        /// <param name="filename">A safetensors file, or the index of one that is split (<c>model.safetensors.index.json</c>).</param>
        /// <param name="device">Where the tensors go; default the processor.</param>
        /// <param name="mmap">
        /// Whether tensors on the processor are views of the file mapped into memory, which is read as they are used, as in Python: loading takes no
        /// time and no memory. Writing to them does not change the file. Default true; say false where another process may shorten the file while
        /// the tensors live, since that ends this process, where reading it is an exception.
        /// </param>
        /// <param name="progress">Is told how many bytes there are and how many have been read; the caller disposes it.</param>
        /// <returns>The tensors by name, in the file's order; the caller owns them.</returns>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="TorchFileFormatException">The file breaks one of the format's rules; the message says which.</exception>
        /// <exception cref="NotSupportedException">A tensor's elements are of a type that tensors here do not have.</exception>
        public static Dictionary<string, Tensor> load_file(string filename, Device? device = null, bool mmap = true, IProgressBar? progress = null)
        {
            ArgumentException.ThrowIfNullOrEmpty(filename);
            using var file = new SafetensorsFile(filename, device, mmap);
            return file.ReadAll(progress);
        }

        /// <summary>Reads all tensors of a file that lies in memory.</summary>
        /// <param name="data">The whole file.</param>
        /// <inheritdoc cref="load_file(string, Device, bool, IProgressBar)"/>
        public static Dictionary<string, Tensor> load(byte[] data)
        {
            ArgumentNullException.ThrowIfNull(data);
            using var file = new SafetensorsFile(new ArrayBytes(data), null);
            return file.ReadAll(null);
        }

        /// <summary>Saves tensors. The file appears under its name only when it is whole and on disk.</summary>
        /// <param name="tensors">The tensors by name: dense, contiguous, and none of them sharing memory with another.</param>
        /// <param name="filename">The file, replaced if it exists; its folder must exist.</param>
        /// <param name="metadata">Texts to save along.</param>
        /// <param name="progress">Is told how many bytes there are and how many have been written; the caller disposes it.</param>
        /// <exception cref="ArgumentException">A tensor is not contiguous or shares memory; the message names it.</exception>
        /// <exception cref="NotSupportedException">A tensor is sparse, without data, or of a type that the format does not have.</exception>
        /// <exception cref="IOException">The file cannot be written; whatever stood under the name before is untouched.</exception>
        public static void save_file(
            IReadOnlyDictionary<string, Tensor> tensors, string filename, IReadOnlyDictionary<string, string>? metadata = null,
            IProgressBar? progress = null)
        {
            RefuseShared(tensors);
            AtomicFile.Write(filename, stream => SafetensorsWriter.Write(stream, tensors, metadata, progress));
        }

        /// <summary>Saves tensors into memory.</summary>
        /// <param name="tensors">As for <see cref="save_file"/>.</param>
        /// <param name="metadata">Texts to save along.</param>
        /// <returns>The whole file.</returns>
        /// <inheritdoc cref="save_file" path="/exception"/>
        public static byte[] save(IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
        {
            RefuseShared(tensors);
            using var stream = new MemoryStream();
            SafetensorsWriter.Write(stream, tensors, metadata, null);
            return stream.ToArray();
        }

        private static void RefuseShared(IReadOnlyDictionary<string, Tensor> tensors)
        {
            ArgumentNullException.ThrowIfNull(tensors);
            if (SharedMemory.Groups(tensors) is { Count: > 0 } groups)
            {
                throw new ArgumentException(
                    $"Some tensors share memory: {string.Join("; ", groups.Select(group => string.Join(", ", group.Select(name => $"'{name}'"))))}. "
                    + "The file would hold their data several times and they would come back apart; use save_model for a module, or save clones.",
                    nameof(tensors));
            }
        }
    }
}
