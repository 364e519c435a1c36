using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>Writes a module to a file that Python loads as well. The file appears under its name only when it is whole and on disk.</summary>
        /// <param name="module">The module.</param>
        /// <param name="filename">The file; an existing one is replaced.</param>
        public static void save(ScriptModule module, string filename) => save(module, filename, null);

        /// <summary>Writes a module to a file that Python loads as well, with files of the caller's beside it.</summary>
        /// <param name="module">The module.</param>
        /// <param name="filename">The file; an existing one is replaced.</param>
        /// <param name="_extra_files">Further files by name, which loading gives back.</param>
        public static void save(ScriptModule module, string filename, IReadOnlyDictionary<string, byte[]>? _extra_files)
        {
            ArgumentNullException.ThrowIfNull(module);
            AtomicFile.Write(filename, stream => ScriptFile.Save(module, stream, _extra_files));
        }

        /// <summary>Writes a function to a file, which loads as a module whose <c>forward</c> it is, here and in Python.</summary>
        /// <param name="function">The function.</param>
        /// <param name="filename">The file; an existing one is replaced.</param>
        /// <param name="_extra_files">Further files by name, which loading gives back; default none.</param>
        public static void save(ScriptFunction function, string filename, IReadOnlyDictionary<string, byte[]>? _extra_files = null)
        {
            ArgumentNullException.ThrowIfNull(function);
            using ScriptModule module = function.AsModule();
            save(module, filename, _extra_files);
        }

        /// <summary>Writes a module to a stream, which stays open.</summary>
        /// <param name="module">The module.</param>
        /// <param name="stream">Where to write.</param>
        /// <param name="_extra_files">Further files by name, which loading gives back; default none.</param>
        public static void save(ScriptModule module, Stream stream, IReadOnlyDictionary<string, byte[]>? _extra_files = null) =>
            ScriptFile.Save(module, stream, _extra_files);

        /// <summary>Writes a module into an array, from its start on.</summary>
        /// <param name="module">The module.</param>
        /// <param name="bytes">The array; what it has beyond the file's length is left alone.</param>
        /// <exception cref="ArgumentException">The array is too short; the message says how long the file is.</exception>
        public static void save(ScriptModule module, byte[] bytes)
        {
            ArgumentNullException.ThrowIfNull(bytes);
            var file = save_to_buffer(module);
            if (file.Length > bytes.Length)
            {
                throw new ArgumentException($"the module takes {file.Length} bytes, the array has {bytes.Length}", nameof(bytes));
            }

            file.CopyTo(bytes, 0);
        }

        /// <summary>A module as the bytes of its file (Python's <c>ScriptModule.save_to_buffer</c>).</summary>
        /// <param name="module">The module.</param>
        /// <param name="_extra_files">Further files by name, which loading gives back; default none.</param>
        public static byte[] save_to_buffer(ScriptModule module, IReadOnlyDictionary<string, byte[]>? _extra_files = null)
        {
            using var stream = new MemoryStream();
            ScriptFile.Save(module, stream, _extra_files);
            return stream.ToArray();
        }
    }
}
