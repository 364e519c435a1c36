using System.Text;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Tensors in TorchSharp's own format.</summary>
public static partial class TensorExtensionMethods
{
    private const string Subject = "The tensor";

    /// <summary>Writes the tensor in TorchSharp's own format: element type, shape, elements.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="writer">Where to.</param>
    public static void Save(this torch.Tensor tensor, BinaryWriter writer) => TensorRecord.Write(writer, tensor);

    /// <summary>Writes the tensor in TorchSharp's own format to a stream, which stays open.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="stream">Where to.</param>
    public static void Save(this torch.Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        tensor.Save(writer);
    }

    /// <summary>Writes the tensor to a file of TorchSharp's own format, which appears under its name only when it is whole and on disk.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="location">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(this torch.Tensor tensor, string location)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        AtomicFile.Write(location, tensor.Save);
    }

    /// <summary>Reads elements in TorchSharp's own format into the tensor. On an error it is unchanged.</summary>
    /// <param name="tensor">The tensor; its element type and shape have to be those read.</param>
    /// <param name="reader">Where from.</param>
    /// <param name="skip">Whether to read past them and leave the tensor as it is.</param>
    /// <exception cref="ArgumentException">Another element type or shape was read.</exception>
    /// <exception cref="InvalidDataException">The data are cut short or damaged.</exception>
    public static void Load(this torch.Tensor tensor, BinaryReader reader, bool skip = false)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(reader);
        if (skip)
        {
            TensorRecord.Skip(reader, Subject);
            return;
        }

        using torch.Tensor read = TensorRecord.Read(reader, Subject);
        if (read.dtype != tensor.dtype || !read.shape.AsSpan().SequenceEqual(tensor.shape))
        {
            throw new ArgumentException(
                $"a tensor {read.metastr()} was read, which cannot be put into one {tensor.metastr()}: load into one of the same type and shape", nameof(tensor));
        }

        using IDisposable mode = torch.no_grad();
        torch.ops.aten.copy_(tensor, read);
    }

    /// <summary>Reads a tensor in TorchSharp's own format.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="skip">Whether to read past it; the result is then an empty tensor.</param>
    /// <exception cref="InvalidDataException">The data are cut short or damaged.</exception>
    public static torch.Tensor Load(BinaryReader reader, bool skip = false)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (skip)
        {
            TensorRecord.Skip(reader, Subject);
            return torch.empty([0]);
        }

        return TensorRecord.Read(reader, Subject);
    }

    /// <summary>Reads a tensor in TorchSharp's own format and disposes the one whose place it takes.</summary>
    /// <param name="tensor">The tensor that goes, if any; then the one read.</param>
    /// <param name="reader">Where from.</param>
    /// <param name="skip">Whether to read past it and leave the tensor as it is.</param>
    /// <exception cref="InvalidDataException">The data are cut short or damaged.</exception>
    public static void Load(ref torch.Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (skip)
        {
            TensorRecord.Skip(reader, Subject);
            return;
        }

        torch.Tensor read = TensorRecord.Read(reader, Subject);
        tensor?.Dispose();
        tensor = read;
    }
}
