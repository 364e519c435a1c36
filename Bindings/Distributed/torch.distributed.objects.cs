namespace TorchSharp;

public static partial class torch
{
    public static partial class distributed
    {
        /// <summary>Gives one rank's plain values to all, in place: null, bool, numbers, text, bytes, and lists, tuples and dictionaries of these.</summary>
        /// <param name="object_list">What is sent on the source, what is filled elsewhere; of the same length everywhere.</param>
        /// <param name="src">The source's rank among all processes.</param>
        /// <param name="group">The group; null for all processes.</param>
        /// <remarks>They travel as Python's pickle; reading builds plain values only and runs nothing.</remarks>
        /// <exception cref="ArgumentException">A value is of another kind.</exception>
        /// <exception cref="TorchFileFormatException">A value that was received is of another kind.</exception>
        public static void broadcast_object_list(IList<object?> object_list, int src = 0, ProcessGroup? group = null)
        {
            ArgumentNullException.ThrowIfNull(object_list);
            using var scope = NewDisposeScope();
            bool sends = get_rank() == src;
            byte[][] pickles = sends ? [.. object_list.Select(PlainPickle.Write)] : [];
            var device = ObjectDevice(group);
            var lengths = sends
                ? tensor(Array.ConvertAll(pickles, pickle => (long)pickle.Length)).to(device)
                : zeros([object_list.Count], dtype: ScalarType.Int64, device: device);
            broadcast(lengths, src, group);
            long[] sizes = [.. lengths.cpu().data<long>()];
            var bytes = sends ? tensor(pickles.SelectMany(pickle => pickle).ToArray()).to(device) : empty([sizes.Sum()], dtype: ScalarType.Byte, device: device);
            broadcast(bytes, src, group);
            if (sends)
            {
                return;
            }

            ReadOnlySpan<byte> received = bytes.cpu().data<byte>().ToArray();
            for (int i = 0; i < sizes.Length; i++)
            {
                object_list[i] = PlainPickle.Read(received[..(int)sizes[i]]);
                received = received[(int)sizes[i]..];
            }
        }

        /// <summary>Gives every rank the plain values of all: null, bool, numbers, text, bytes, and lists, tuples and dictionaries of these.</summary>
        /// <param name="object_list">Filled with one value for each rank.</param>
        /// <param name="obj">This rank's value.</param>
        /// <param name="group">The group; null for all processes.</param>
        /// <exception cref="ArgumentException">The value is of another kind, or the list does not have one place for each rank.</exception>
        /// <exception cref="TorchFileFormatException">A value that was received is of another kind.</exception>
        public static void all_gather_object(IList<object?> object_list, object? obj, ProcessGroup? group = null)
        {
            ArgumentNullException.ThrowIfNull(object_list);
            ProcessGroup over = Of(group);
            if (object_list.Count != over.size())
            {
                throw new ArgumentException($"the list has {object_list.Count} places, and the group {over.size()} ranks: pass one for each", nameof(object_list));
            }

            using var scope = NewDisposeScope();
            byte[] pickle = PlainPickle.Write(obj);
            var device = ObjectDevice(group);
            Tensor[] lengths = [.. Enumerable.Range(0, over.size()).Select(_ => zeros([1], dtype: ScalarType.Int64, device: device))];
            all_gather(lengths, tensor(new[] { (long)pickle.Length }).to(device), group);
            long[] sizes = Array.ConvertAll(lengths, length => length.item<long>());

            // Tensors of one size travel: the longest value's.
            Array.Resize(ref pickle, (int)sizes.Max());
            Tensor[] received = [.. sizes.Select(_ => empty([pickle.Length], dtype: ScalarType.Byte, device: device))];
            all_gather(received, tensor(pickle).to(device), group);
            for (int i = 0; i < received.Length; i++)
            {
                object_list[i] = PlainPickle.Read(received[i].cpu().data<byte>().ToArray().AsSpan(0, (int)sizes[i]));
            }
        }

        private static Device ObjectDevice(ProcessGroup? group) => Of(group).Backend == "nccl" ? CUDA : CPU;
    }
}
