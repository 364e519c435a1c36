using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>What every data loader is, whatever its samples' types: for code that counts, resumes or disposes loaders.</summary>
            public interface IDataLoader : IEnumerable, IDisposable
            {
                /// <summary>How many batches an epoch has.</summary>
                /// <exception cref="InvalidOperationException">The sampler or stream does not say.</exception>
                long Count { get; }

                /// <summary>How many batches an epoch has; null where nobody knows.</summary>
                long? TryCount { get; }

                /// <summary>Where the current epoch is: enough to go on with the same batches, bit for bit, in another process.</summary>
                Dictionary<string, object?> state_dict();

                /// <summary>Makes the next enumeration go on where <see cref="state_dict"/> was taken.</summary>
                /// <param name="state_dict">What <see cref="state_dict"/> gave; <c>batches_delivered</c> in it may be lowered or raised.</param>
                void load_state_dict(IReadOnlyDictionary<string, object?> state_dict);
            }
        }
    }
}
