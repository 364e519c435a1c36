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

                /// <summary>The indices of each batch's samples, enumerated anew each epoch; null for a stream.</summary>
                IEnumerable<IReadOnlyList<long>>? batch_sampler => null;

                /// <summary>Where the current epoch is: enough to go on with the same batches, bit for bit, in another process.</summary>
                Dictionary<string, object?> state_dict();

                /// <summary>Makes the next enumeration go on where <see cref="state_dict"/> was taken.</summary>
                /// <param name="state_dict">What <see cref="state_dict"/> gave; <c>batches_delivered</c> in it may be lowered or raised.</param>
                void load_state_dict(IReadOnlyDictionary<string, object?> state_dict);

                /// <summary>The same loader with the samples in another order, or some of them only: what several processes need to share a dataset.</summary>
                /// <param name="choose">Gets the dataset and the order at hand, and gives the new one, or null to leave it.</param>
                /// <returns>The loader; null where it has no order of single samples, or the order is left.</returns>
                IDataLoader? WithSampler(Func<ISized, IEnumerable<long>, IEnumerable<long>?> choose) => null;

                /// <summary>Tells an order that depends on it which epoch comes next; others do not care.</summary>
                /// <param name="epoch">The epoch, from 0.</param>
                void set_epoch(long epoch)
                {
                }
            }
        }
    }
}
