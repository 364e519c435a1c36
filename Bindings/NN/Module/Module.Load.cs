using System.Text;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>
            /// Reads a state dictionary from a file into this module. The content says what the file is, not its name: TorchSharp's <c>.dat</c>, a
            /// file of Python's <c>torch.save</c> (a state dictionary, or a checkpoint that has one), safetensors or the index of split ones,
            /// TorchScript, or NumPy's <c>.npz</c>. On an error nothing is changed.
            /// </summary>
            /// <param name="location">The file.</param>
            /// <param name="strict">Whether the names must be exactly this module's; default true.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <param name="loadedParameters">Is filled with each name of this module or of the file, and whether it was loaded.</param>
            /// <returns>This module.</returns>
            /// <exception cref="StateDictException">A tensor has another shape, or <paramref name="strict"/> and the names differ.</exception>
            /// <exception cref="TorchFileFormatException">The file is damaged or holds no tensors by name.</exception>
            /// <exception cref="InvalidDataException">It is of none of these formats, or a damaged <c>.dat</c>.</exception>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            public virtual Module load(
                string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null) =>
                Load(location, null, strict, skip, loadedParameters);

            /// <summary>Reads a state dictionary from a file into this module and tells how far it has come.</summary>
            /// <inheritdoc cref="load(string, bool, IList{string}, Dictionary{string, bool})"/>
            /// <param name="location">The file.</param>
            /// <param name="progress">Is told how many bytes there are and how many have been read; the caller disposes it.</param>
            /// <param name="strict">Whether the names must be exactly this module's; default true.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <param name="loadedParameters">Is filled with each name of this module or of the file, and whether it was loaded.</param>
            public Module load(
                string location, IProgressBar progress, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                ArgumentNullException.ThrowIfNull(progress);
                return Load(location, progress, strict, skip, loadedParameters);
            }

            /// <summary>
            /// Reads a state dictionary from a stream, which stays open: of every format that
            /// <see cref="load(string, bool, IList{string}, Dictionary{string,
            /// bool})"/> reads where the stream can seek and is at its start, of TorchSharp's <c>.dat</c> otherwise.
            /// </summary>
            /// <inheritdoc cref="load(string, bool, IList{string}, Dictionary{string, bool})"/>
            /// <param name="stream">Where to read.</param>
            /// <param name="strict">Whether the names must be exactly this module's; default true.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <param name="loadedParameters">Is filled with each name of this module or of the file, and whether it was loaded.</param>
            public virtual Module load(
                Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                ArgumentNullException.ThrowIfNull(stream);
                var format = stream is { CanSeek: true, Position: 0 } ? WeightsFile.Recognize(stream) : WeightsFormat.TorchSharp;
                if (format == WeightsFormat.TorchSharp)
                {
                    using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
                    return load(reader, strict, skip, loadedParameters);
                }

                using var scope = NewDisposeScope();
                return Load(WeightsFile.Read(stream, format), strict, skip, loadedParameters);
            }

            /// <summary>Reads a state dictionary in TorchSharp's <c>.dat</c> format.</summary>
            /// <inheritdoc cref="load(string, bool, IList{string}, Dictionary{string, bool})"/>
            /// <param name="reader">Where to read.</param>
            /// <param name="strict">Whether the names must be exactly this module's; default true.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <param name="loadedParameters">Is filled with each name of this module or of the file, and whether it was loaded.</param>
            public virtual Module load(
                BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                ArgumentNullException.ThrowIfNull(reader);
                using var scope = NewDisposeScope();
                return Load(StateFile.Read(reader), strict, skip, loadedParameters);
            }

            private Module Load(string location, IProgressBar? progress, bool strict, IList<string>? skip, Dictionary<string, bool>? loadedParameters)
            {
                using var scope = NewDisposeScope();
                return Load(WeightsFile.Read(location, progress), strict, skip, loadedParameters);
            }

            private Module Load(Dictionary<string, Tensor> stored, bool strict, IList<string>? skip, Dictionary<string, bool>? loadedParameters)
            {
                load_state_dict(stored, strict, skip);
                if (loadedParameters is not null)
                {
                    foreach (var key in state_dict().Keys)
                    {
                        loadedParameters[key] = stored.ContainsKey(key) && skip?.Contains(key) != true;
                    }

                    foreach (var key in stored.Keys)
                    {
                        loadedParameters.TryAdd(key, false);
                    }
                }

                return this;
            }
        }
    }
}
