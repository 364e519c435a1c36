using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>
            /// A sample that is no batch: arrays of numbers become tensors, in dictionaries, tuples (as <c>object?[]</c>) and lists too; all else stays
            /// as it is (Python's <c>default_convert</c>).
            /// </summary>
            /// <param name="data">The sample.</param>
            public static object? default_convert(object? data) => data switch
            {
                null or string or Tensor => data,
                byte[] numbers => tensor(numbers),
                short[] numbers => tensor(numbers),
                int[] numbers => tensor(numbers),
                long[] numbers => tensor(numbers),
                float[] numbers => tensor(numbers),
                double[] numbers => tensor(numbers),
                bool[] numbers => tensor(numbers),
                Dictionary<string, object?> parts => parts.ToDictionary(part => part.Key, part => default_convert(part.Value)),
                ITuple parts => Enumerable.Range(0, parts.Length).Select(index => default_convert(parts[index])).ToArray(),
                object?[] parts => Array.ConvertAll(parts, default_convert),
                List<object?> parts => parts.ConvertAll(part => default_convert(part)),
                _ => data,
            };
        }
    }
}
