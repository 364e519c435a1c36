namespace TorchSharp;

public static partial class torch
{
    /// <summary>Saves a tensor as a torch file, which Python's <c>torch.load</c> reads too; whole graphs go through
    /// <see cref="serialization"/>.</summary>
    /// <param name="t">The tensor.</param>
    /// <param name="location">The file; it appears under its name only when it is whole and on disk.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void save(Tensor t, string location)
    {
        ArgumentNullException.ThrowIfNull(t);
        serialization.save(t, location);
    }

    /// <summary>Reads a torch file that holds one tensor.</summary>
    /// <param name="location">The file.</param>
    /// <exception cref="TorchFileFormatException">The file is damaged, or holds something else than one tensor.</exception>
    public static Tensor load(string location) => Tensor.load(location);

    public partial class Tensor
    {
        /// <summary>Saves the tensor as a torch file, which Python's <c>torch.load</c> reads too.</summary>
        /// <param name="location">The file; it appears under its name only when it is whole and on disk.</param>
        public void save(string location) => torch.save(this, location);

        /// <summary>Reads a torch file that holds one tensor: one that Python or this library wrote, or TorchSharp.</summary>
        /// <param name="location">The file.</param>
        /// <exception cref="TorchFileFormatException">The file is damaged, or holds something else than one tensor.</exception>
        public static Tensor load(string location)
        {
            if (IsScript(location))
            {
                return FromScript(location);
            }

            return serialization.load(location) as Tensor
                ?? throw new TorchFileFormatException(location, "the file does not hold one tensor; read it with torch.serialization.load", null);
        }

        private static bool IsScript(string location)
        {
            using FileStream file = File.OpenRead(location);
            return WeightsFile.Recognize(file) == WeightsFormat.TorchScript;
        }

        // libtorch's own way of saving a tensor, which TorchSharp's is: a script module without code whose one attribute is named 0.
        private static Tensor FromScript(string location)
        {
            using DisposeScope scope = NewDisposeScope();
            using jit.ScriptModule module = jit.load(location);
            Dictionary<string, Tensor> state = module.state_dict();
            return state.Count == 1 && state.TryGetValue("0", out Tensor? tensor)
                ? scope.MoveToOuter(tensor.alias())
                : throw new TorchFileFormatException(location, "the file is a script module, not one tensor; read it with torch.jit.load", null);
        }

        /// <summary>Reads a tensor in TorchSharp's own format, as <see cref="TensorExtensionMethods.Save(Tensor, BinaryWriter)"/> writes it.</summary>
        /// <param name="reader">Where from.</param>
        /// <exception cref="InvalidDataException">The data are cut short or damaged.</exception>
        public static Tensor Load(BinaryReader reader) => TensorExtensionMethods.Load(reader);

        /// <summary>Reads a tensor in TorchSharp's own format from a stream, which stays open.</summary>
        /// <param name="stream">Where from.</param>
        /// <exception cref="InvalidDataException">The data are cut short or damaged.</exception>
        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
            return Load(reader);
        }

        /// <summary>Reads a tensor from a file of TorchSharp's own format.</summary>
        /// <param name="location">The file.</param>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="InvalidDataException">The file is cut short or damaged.</exception>
        public static Tensor Load(string location)
        {
            using FileStream stream = File.OpenRead(location);
            return Load(stream);
        }

        /// <summary>Writes the elements' bytes as they lie in row-major order, little-endian, without shape or type.</summary>
        /// <param name="stream">Where to.</param>
        /// <param name="bufferSize">Not used: the bytes go straight from the tensor's memory. Here so that code written for TorchSharp
        /// compiles.</param>
        public void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            ArgumentNullException.ThrowIfNull(stream);
            using var noGrad = no_grad();
            using var host = TensorMemory.IsLazy(this) ? TensorMemory.Materialize(this) : cpu();
            using var there = host.cpu();
            using var row = ops.aten.contiguous(there);
            var memory = TensorMemory.Bytes(row);
            for (var index = 0; index < memory.SpanCount; index++)
            {
                stream.Write(memory.SpanAt(index));
            }
            GC.KeepAlive(row);
        }

        /// <summary>Fills the tensor from what <see cref="WriteBytesToStream"/> wrote of one of the same shape and type.</summary>
        /// <param name="stream">Where from.</param>
        /// <param name="bufferSize">Not used; see <see cref="WriteBytesToStream"/>.</param>
        /// <exception cref="EndOfStreamException">The stream is too short; the tensor is unchanged.</exception>
        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            ArgumentNullException.ThrowIfNull(stream);
            using var noGrad = no_grad();
            using var read = ops.aten.empty_memory_format(shape, dtype: dtype, device: CPU);
            var memory = TensorMemory.Bytes(read);
            for (var index = 0; index < memory.SpanCount; index++)
            {
                stream.ReadExactly(memory.SpanAt(index));
            }
            ops.aten.copy_(this, read);
        }
    }
}
