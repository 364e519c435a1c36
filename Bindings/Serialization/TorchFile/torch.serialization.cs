using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// Whole graphs of values and tensors in the file format of Python's <c>torch.save</c>: files go both ways between Python and here.
    /// Reading never runs code from a file: it builds plain values and tensors, and anything else that a file asks for is an error.
    /// </summary>
    public static class serialization
    {
        /// <summary>Saves a graph (Python's <c>torch.save</c>), atomically: the final name never holds half a file.</summary>
        /// <param name="value">
        /// null, bool, whole and real numbers, string, byte[], <see cref="Tensor"/>, <see cref="ScalarType"/>, <see cref="Device"/>,
        /// <see cref="Size"/>; dictionaries (keys of text or whole numbers), lists and arrays of these (Python's list), <c>object?[]</c> and value
        /// tuples (Python's tuple). Tensors that share memory share it in the file too.
        /// </param>
        /// <param name="path">The file, replaced if it exists; its folder must exist.</param>
        /// <exception cref="ArgumentException">The graph holds something else, or is nested too deep; the message says where.</exception>
        /// <exception cref="NotSupportedException">A tensor is sparse, quantized or without data.</exception>
        /// <exception cref="IOException">The file cannot be written; whatever stood under the name before is untouched.</exception>
        public static void save(object? value, string path) => AtomicFile.Write(path, stream => save(value, stream));

        /// <summary>Saves a graph into a stream.</summary>
        /// <param name="value">As for <see cref="save(object?, string)"/>.</param>
        /// <param name="stream">Written from its current position on; not closed.</param>
        public static void save(object? value, Stream stream)
        {
            ArgumentNullException.ThrowIfNull(stream);
            using var noGrad = no_grad();
            using var scope = NewDisposeScope();
            TorchZipFile.Write(value, stream);
        }

        /// <summary>Reads a graph (Python's <c>torch.load</c>): zip files and the older format.</summary>
        /// <param name="path">The file.</param>
        /// <param name="map_location">Where all tensors go; null for the devices they were saved on.</param>
        /// <param name="mmap">
        /// Whether tensors on the processor are views of the file mapped into memory, which is read as they are used: loading takes no time and no
        /// memory. Writing to them does not change the file. Checksums are not looked at. Only for zip files. Default false, as in Python, because a
        /// file that another process shortens meanwhile then ends this process, where reading it is an exception.
        /// </param>
        /// <param name="progress">Is told how many bytes there are and how many have been read; the caller disposes it.</param>
        /// <returns>
        /// null, bool, long (<see cref="System.Numerics.BigInteger"/> beyond 64 bits), double, string, byte[], <see cref="Tensor"/>,
        /// <see cref="Modules.Parameter"/>, <see cref="ScalarType"/>, <see cref="Device"/>, <see cref="Size"/>; <c>List&lt;object?&gt;</c>,
        /// <c>object?[]</c> for a
        /// tuple, <c>HashSet&lt;object?&gt;</c>; <c>Dictionary&lt;string, object?&gt;</c> in the file's order, <c>Dictionary&lt;long, object?&gt;</c>
        /// when all keys are whole
        /// numbers, <c>Dictionary&lt;object, object?&gt;</c> when they are mixed.
        /// </returns>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="TorchFileFormatException">It is truncated, damaged, of another kind, or names a type that is not on the closed
        /// list.</exception>
        /// <exception cref="InvalidOperationException">A tensor was saved on a GPU and there is none here.</exception>
        public static object? load(string path, Device? map_location = null, bool mmap = false, IProgressBar? progress = null)
        {
            using var file = new FileBytes(path);
            try
            {
                var value = Load(progress is null ? file : new ReportingBytes(file, progress), map_location, mmap);
                progress?.Value = file.Length;
                return value;
            }
            catch (TorchFileFormatException exception) when (exception.FileName is null)
            {
                throw new TorchFileFormatException(path, exception.Message, exception) { Global = exception.Global };
            }
        }

        /// <summary>Reads a graph from a stream.</summary>
        /// <param name="stream">A seekable stream that holds one file from its start to its end; not closed.</param>
        /// <param name="map_location">As for <see cref="load(string, Device?, bool, IProgressBar?)"/>.</param>
        /// <returns>As for <see cref="load(string, Device?, bool, IProgressBar?)"/>.</returns>
        /// <exception cref="TorchFileFormatException">As for <see cref="load(string, Device?, bool, IProgressBar?)"/>.</exception>
        public static object? load(Stream stream, Device? map_location = null)
        {
            ArgumentNullException.ThrowIfNull(stream);
            if (!stream.CanSeek)
            {
                throw new ArgumentException("The stream has to be seekable; copy it into a MemoryStream first.", nameof(stream));
            }
            using var source = new StreamBytes(stream);
            return Load(source, map_location, mapped: false);
        }

        /// <summary>
        /// Reads tensors by name from a file of any format that holds them: <c>torch.save</c> (zip and older form; a checkpoint's <c>state_dict</c>,
        /// <c>model_state_dict</c> or <c>model</c>), safetensors and the index of split ones, TorchScript, NumPy's <c>.npz</c>, TorchSharp's
        /// <c>.dat</c>.
        /// The content decides which it is, never the name.
        /// </summary>
        /// <param name="path">The file.</param>
        /// <param name="progress">Is told how many bytes there are and how many have been read; the caller disposes it.</param>
        /// <returns>The tensors, on the processor; the caller owns them.</returns>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="TorchFileFormatException">It is truncated, damaged, or holds something else.</exception>
        /// <exception cref="InvalidDataException">It is of none of the formats, or a damaged <c>.dat</c>.</exception>
        /// <exception cref="NotSupportedException">A tensor's elements are of a type that tensors here do not have.</exception>
        public static Dictionary<string, Tensor> load_weights(string path, IProgressBar? progress = null) => WeightsFile.Read(path, progress);

        private static object? Load(ByteSource source, Device? location, bool mapped)
        {
            using var noGrad = no_grad();
            try
            {
                return TorchZipFile.IsZip(source) ? TorchZipFile.Read(source, location, mapped)
                    : mapped ? throw new TorchFileFormatException(
                        "only the zip form of torch.save can be mapped into memory, and this file is of the older form or another; load it without mmap")
                    : LegacyTorchFile.Read(source, location);
            }
            catch (Exception exception) when (exception is EndOfStreamException or InvalidDataException or OverflowException)
            {
                throw new TorchFileFormatException("the file is truncated or damaged", exception);
            }
        }
    }
}
