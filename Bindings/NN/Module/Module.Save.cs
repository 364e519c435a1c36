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

            /// <summary>Writes the state dictionary to a file and tells how far it has come.</summary>
            /// <inheritdoc cref="save(string, IList{string})"/>
            /// <param name="location">The file.</param>
            /// <param name="skip">Names to leave out; null for none.</param>
            /// <param name="progress">Is told how many bytes there are and how many have been written; the caller disposes it.</param>
            public Module save(string location, IList<string>? skip, IProgressBar? progress)
            {
                if (progress is null)
                {
                    return save(location, skip);
                }

                var bytes = state_dict().Where(entry => skip?.Contains(entry.Key) != true).Sum(entry => entry.Value.numel() * entry.Value.element_size());
                AtomicFile.Write(location, stream => save(new ReportingStream(stream, progress, bytes), skip));
                return this;
            }

            /// <summary>Makes a module and loads a file into it.</summary>
            /// <typeparam name="T">The module's type.</typeparam>
            /// <param name="path">A file as for <see cref="load(string, bool, IList{string}, Dictionary{string, bool})"/>.</param>
            public static Module Create<T>(string path)
                where T : Module, new() => new T().load(path);
        }
    }
}
