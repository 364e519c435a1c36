using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class safetensors
{
    public static partial class torch
    {
        /// <summary>
        /// Saves a module's state. Of names whose tensors share memory, such as tied weights, one is saved; the file's metadata say which stands for
        /// which.
        /// </summary>
        /// <param name="model">The module.</param>
        /// <param name="filename">The file, replaced if it exists; its folder must exist.</param>
        /// <param name="metadata">Texts to save along.</param>
        /// <param name="force_contiguous">Whether tensors that are not contiguous are saved as if they were; otherwise they are an error.</param>
        /// <param name="progress">Is told how many bytes there are and how many have been written; the caller disposes it.</param>
        /// <exception cref="ArgumentException">Tensors share memory and none shows all of it, or one is not contiguous.</exception>
        /// <exception cref="NotSupportedException">A tensor is of a type that the format does not have.</exception>
        /// <exception cref="IOException">The file cannot be written; whatever stood under the name before is untouched.</exception>
        public static void save_model(
            nn.Module model, string filename, IReadOnlyDictionary<string, string>? metadata = null, bool force_contiguous = true,
            IProgressBar? progress = null)
        {
            ArgumentNullException.ThrowIfNull(model);
            var state = model.state_dict();
            var texts = new Dictionary<string, string>(metadata ?? new Dictionary<string, string>());
            foreach (var (name, kept) in SharedMemory.Duplicates(state))
            {
                texts.TryAdd(name, kept);
                state.Remove(name);
            }
            using var mode = no_grad();
            using var scope = NewDisposeScope();
            if (force_contiguous)
            {
                foreach (var name in state.Where(entry => !entry.Value.is_contiguous()).Select(entry => entry.Key).ToList())
                {
                    state[name] = state[name].contiguous();
                }
            }
            var noted = texts.Count > 0 || metadata is not null ? texts : null;
            AtomicFile.Write(filename, stream => SafetensorsWriter.Write(stream, state, noted, progress));
        }

        /// <summary>Loads a file into a module, whose tensors stay on their devices. Either all of it is loaded or, on an error, none.</summary>
        /// <param name="model">The module. Names that share memory with one that the file has need not be in the file.</param>
        /// <param name="filename">A safetensors file, or the index of one that is split.</param>
        /// <param name="strict">Whether the names must be exactly the module's; default true.</param>
        /// <param name="device">Where the tensors are read to before they are copied; default the processor.</param>
        /// <returns>The names that the file lacks and those that the module lacks.</returns>
        /// <exception cref="StateDictException">A tensor has another shape, or <paramref name="strict"/> and the names differ.</exception>
        /// <exception cref="TorchFileFormatException">The file breaks one of the format's rules.</exception>
        public static (IList<string> missing, IList<string> unexpected) load_model(
            nn.Module model, string filename, bool strict = true, Device? device = null)
        {
            ArgumentNullException.ThrowIfNull(model);
            using var scope = NewDisposeScope();
            var state = load_file(filename, device);
            var own = model.state_dict();
            List<string> present = [.. SharedMemory.Groups(own).Where(group => group.Any(state.ContainsKey))
                .SelectMany(group => group).Where(name => !state.ContainsKey(name))];
            return model.load_state_dict(state, strict, skip: present);
        }
    }
}
