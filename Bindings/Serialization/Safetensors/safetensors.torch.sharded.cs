using System.Text.Json;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class safetensors
{
    public static partial class torch
    {
        /// <summary>
        /// Saves tensors into files of limited size beside an index of them, as Python's <c>huggingface_hub.save_torch_state_dict</c> does; into one
        /// file without an index where that is enough. The index, which is written last, is what <see cref="load_file"/> and <see cref="safe_open"/>
        /// take.
        /// </summary>
        /// <param name="state_dict">As for <see cref="save_file"/>.</param>
        /// <param name="save_directory">The folder, which must exist.</param>
        /// <param name="filename_pattern">The files' name; <c>{suffix}</c> becomes <c>-00001-of-00002</c> and so on, or nothing for one file.</param>
        /// <param name="max_shard_size">Bytes of tensors in a file; one that is bigger alone has a file of its own. Default 5 GB.</param>
        /// <param name="metadata">Texts to save along, in every file and in the index.</param>
        /// <returns>The path to load from: of the index, or of the one file.</returns>
        /// <exception cref="ArgumentException">A tensor is not contiguous or shares memory, or the pattern has no <c>{suffix}</c>.</exception>
        /// <exception cref="IOException">A file cannot be written.</exception>
        public static string save_torch_state_dict(
            IReadOnlyDictionary<string, Tensor> state_dict, string save_directory, string filename_pattern = "model{suffix}.safetensors",
            long max_shard_size = 5_000_000_000, IReadOnlyDictionary<string, string>? metadata = null)
        {
            RefuseShared(state_dict);
            ArgumentException.ThrowIfNullOrEmpty(save_directory);
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max_shard_size);
            if (filename_pattern?.Contains("{suffix}", StringComparison.Ordinal) != true)
            {
                throw new ArgumentException("The pattern needs {suffix} in it, for the number of each file.", nameof(filename_pattern));
            }
            var shards = Split(state_dict, max_shard_size);
            var places = new SortedDictionary<string, string>(StringComparer.Ordinal);
            for (var index = 0; index < shards.Count; index++)
            {
                var suffix = shards.Count == 1 ? "" : $"-{index + 1:D5}-of-{shards.Count:D5}";
                var name = filename_pattern.Replace("{suffix}", suffix, StringComparison.Ordinal);
                AtomicFile.Write(Path.Combine(save_directory, name), stream => SafetensorsWriter.Write(stream, shards[index], metadata, null));
                foreach (var tensor in shards[index].Keys)
                {
                    places.Add(tensor, name);
                }
            }
            var single = filename_pattern.Replace("{suffix}", "", StringComparison.Ordinal);
            var whole = Path.Combine(save_directory, single);
            if (shards.Count == 1)
            {
                return whole;
            }
            AtomicFile.Write($"{whole}.index.json", stream => WriteIndex(stream, state_dict, places, metadata));
            return $"{whole}.index.json";
        }

        private static List<Dictionary<string, Tensor>> Split(IReadOnlyDictionary<string, Tensor> tensors, long most)
        {
            List<Dictionary<string, Tensor>> shards = [[]];
            var taken = 0L;
            foreach (var (name, tensor) in tensors)
            {
                var bytes = SafetensorsWriter.BytesOf(name, tensor);
                if (taken > 0 && bytes > most - taken)
                {
                    shards.Add([]);
                    taken = 0;
                }
                shards[^1].Add(name, tensor);
                taken += bytes;
            }
            return shards;
        }

        private static void WriteIndex(
            Stream stream, IReadOnlyDictionary<string, Tensor> tensors, SortedDictionary<string, string> places,
            IReadOnlyDictionary<string, string>? metadata)
        {
            using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
            json.WriteStartObject();
            json.WriteStartObject("metadata");
            foreach (var (name, text) in (metadata ?? new Dictionary<string, string>()).Where(note => note.Key != "total_size"))
            {
                json.WriteString(name, text);
            }
            json.WriteNumber("total_size", tensors.Sum(entry => SafetensorsWriter.BytesOf(entry.Key, entry.Value)));
            json.WriteEndObject();
            json.WriteStartObject("weight_map");
            foreach (var (name, file) in places)
            {
                json.WriteString(name, file);
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }
}
