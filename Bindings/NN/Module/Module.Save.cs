using System.Text;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>
            /// Writes the state dictionary to a file of TorchSharp's own format (<c>.dat</c>). The file appears under its name only when it is whole
            /// and
            /// on disk.
            /// </summary>
            /// <param name="location">The file.</param>
            /// <param name="skip">Names to leave out.</param>
            /// <returns>This module.</returns>
            public virtual Module save(string location, IList<string>? skip = null)
            {
                AtomicFile.Write(location, stream => save(stream, skip));
                return this;
            }

            /// <summary>Writes the state dictionary to a stream, which stays open.</summary>
            /// <inheritdoc cref="save(string, IList{string})"/>
            /// <param name="stream">Where to write.</param>
            /// <param name="skip">Names to leave out.</param>
            public virtual Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            /// <summary>Writes the state dictionary.</summary>
            /// <inheritdoc cref="save(string, IList{string})"/>
            /// <param name="writer">Where to write.</param>
            /// <param name="skip">Names to leave out.</param>
            public virtual Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes a state dictionary in TorchSharp's own format.</summary>
            /// <param name="writer">Where to write.</param>
            /// <param name="sd">Tensors by path.</param>
            /// <param name="skip">Names to leave out.</param>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(writer);
                ArgumentNullException.ThrowIfNull(sd);
                var skipped = new HashSet<string>(skip ?? []);
                StateFile.Write(writer, [.. sd.Where(entry => !skipped.Contains(entry.Key))]);
            }

            /// <summary>Reads a state dictionary from a file of TorchSharp's own format into this module. On an error nothing is changed.</summary>
            /// <param name="location">The file.</param>
            /// <param name="strict">Whether the names must be exactly this module's; default true.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <param name="loadedParameters">Is filled with each of this module's names and whether it was loaded.</param>
            /// <returns>This module.</returns>
            /// <exception cref="StateDictException">A tensor has another shape, or <paramref name="strict"/> and the names differ.</exception>
            /// <exception cref="InvalidDataException">The file is damaged or of another format.</exception>
            public virtual Module load(
                string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var stream = File.OpenRead(location);
                return load(stream, strict, skip, loadedParameters);
            }

            /// <inheritdoc cref="load(string, bool, IList{string}, Dictionary{string, bool})"/>
            /// <param name="stream">Where to read; stays open.</param>
            /// <param name="strict">Whether the names must be exactly this module's; default true.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <param name="loadedParameters">Is filled with each of this module's names and whether it was loaded.</param>
            public virtual Module load(
                Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <inheritdoc cref="load(string, bool, IList{string}, Dictionary{string, bool})"/>
            /// <param name="reader">Where to read.</param>
            /// <param name="strict">Whether the names must be exactly this module's; default true.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <param name="loadedParameters">Is filled with each of this module's names and whether it was loaded.</param>
            public virtual Module load(
                BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                ArgumentNullException.ThrowIfNull(reader);
                using var scope = NewDisposeScope();
                var stored = StateFile.Read(reader);
                load_state_dict(stored, strict, skip);
                if (loadedParameters is not null)
                {
                    foreach (var key in state_dict().Keys)
                    {
                        loadedParameters[key] = stored.ContainsKey(key) && skip?.Contains(key) != true;
                    }
                }

                return this;
            }

            /// <summary>Makes a module and loads a file into it.</summary>
            /// <typeparam name="T">The module's type.</typeparam>
            /// <param name="path">A file that <see cref="save(string, IList{string})"/> wrote.</param>
            public static Module Create<T>(string path)
                where T : Module, new() => new T().load(path);
        }
    }
}
