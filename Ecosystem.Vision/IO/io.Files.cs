using Torchlight.Vision.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class io
    {
        /// <summary>Reads a file: Python's <c>torchvision.io.read_file</c>.</summary>
        /// <param name="filename">The file.</param>
        /// <returns>Its bytes, a uint8 tensor with one dimension.</returns>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        public static Tensor read_file(string filename)
        {
            using PooledFile file = PooledFile.Read(filename);
            return ToTensor(file.Bytes);
        }

        /// <summary>Reads a file without blocking a thread.</summary>
        /// <param name="filename">The file.</param>
        /// <returns>Its bytes, a uint8 tensor with one dimension.</returns>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        public static async Task<Tensor> read_file_async(string filename)
        {
            using MemoryStream file = await LoadAsync(filename).ConfigureAwait(false);
            return ToTensor(file.GetBuffer().AsSpan(0, (int)file.Length));
        }

        /// <summary>
        /// Writes bytes to a file, over what was there: Python's <c>torchvision.io.write_file</c>. The file has its old content or the new one,
        /// never a part of it.
        /// </summary>
        /// <param name="filename">The file.</param>
        /// <param name="data">A uint8 tensor with one dimension.</param>
        /// <exception cref="ArgumentException">The tensor has another dtype or shape.</exception>
        public static void write_file(string filename, Tensor data)
        {
            using Tensor file = FileTensor(data, nameof(data));
            WholeFile.Write(filename, file.bytes);
        }

        /// <summary>Writes bytes to a file on the thread pool.</summary>
        /// <param name="filename">The file.</param>
        /// <param name="data">A uint8 tensor with one dimension.</param>
        /// <exception cref="ArgumentException">The tensor has another dtype or shape.</exception>
        public static Task write_file_async(string filename, Tensor data)
        {
            using Tensor file = FileTensor(data, nameof(data));
            return WholeFile.WriteAsync(filename, file.bytes.ToArray());
        }

        private static Tensor ToTensor(ReadOnlySpan<byte> bytes)
        {
            Tensor result = empty([bytes.Length], dtype: uint8);
            bytes.CopyTo(result.bytes);
            return result;
        }

        /// <summary>A file's bytes on the host, contiguous; the caller's to dispose.</summary>
        private static Tensor FileTensor(Tensor data, string name)
        {
            ArgumentNullException.ThrowIfNull(data, name);
            if (data.dtype != uint8 || data.dim() != 1)
            {
                throw new ArgumentException(
                    $"A file is a uint8 tensor with one dimension; this one is {data.dtype} of shape [{string.Join(", ", data.shape)}].", name);
            }

            using Tensor host = data.cpu();
            return host.contiguous();
        }

        private static async Task<MemoryStream> LoadAsync(string filename, CancellationToken cancellationToken = default)
        {
            using FileStream file = PooledFile.Open(filename, asynchronous: true);
            var content = new MemoryStream((int)file.Length);
            await file.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
            return content;
        }
    }
}
