using System.Runtime.CompilerServices;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class swa_utils
        {
            /// <summary>
            /// Computes the running statistics of all batch normalizations anew, by one pass over data: those of averaged weights are not the
            /// average of statistics.
            /// </summary>
            /// <typeparam name="TBatch">The type of a batch.</typeparam>
            /// <param name="loader">The batches: tensors, or tuples, arrays and lists whose first item is the input.</param>
            /// <param name="model">The model. It is as before in all else, training or evaluating too.</param>
            /// <param name="device">Where batches are moved to; null leaves them where they are.</param>
            /// <exception cref="ArgumentException">A batch is something else.</exception>
            public static void update_bn<TBatch>(IEnumerable<TBatch> loader, nn.Module<Tensor, Tensor> model, Device? device = null)
            {
                ArgumentNullException.ThrowIfNull(model);
                update_bn(loader, model, batch =>
                {
                    Tensor input = InputOf(batch);
                    model.call(device is null ? input : input.to(device));
                });
            }

            /// <summary>Computes the running statistics of all batch normalizations anew, of a model of any inputs.</summary>
            /// <typeparam name="TBatch">The type of a batch.</typeparam>
            /// <param name="loader">The batches.</param>
            /// <param name="model">The model. It is as before in all else, training or evaluating too.</param>
            /// <param name="forward">Calls the model with a batch; what it makes is disposed behind it.</param>
            public static void update_bn<TBatch>(IEnumerable<TBatch> loader, nn.Module model, Action<TBatch> forward)
            {
                ArgumentNullException.ThrowIfNull(loader);
                ArgumentNullException.ThrowIfNull(model);
                ArgumentNullException.ThrowIfNull(forward);
                List<(BatchNorm layer, double? momentum)> layers =
                    [.. model.modules().OfType<BatchNorm>().Where(layer => layer.track_running_stats).Select(layer => (layer, layer.momentum))];
                if (layers.Count == 0)
                {
                    return;
                }

                using var guard = no_grad();
                var training = model.modules().Select(module => (module, module.training)).ToList();
                try
                {
                    model.train();
                    foreach (var (layer, _) in layers)
                    {
                        layer.reset_running_stats();
                        // The plain mean over all batches.
                        layer.momentum = null;
                    }

                    foreach (TBatch batch in loader)
                    {
                        using var scope = NewDisposeScope();
                        forward(batch);
                    }
                }
                finally
                {
                    foreach (var (layer, momentum) in layers)
                    {
                        layer.momentum = momentum;
                    }

                    // Parents first, so that a part that was set apart is so again.
                    foreach (var (module, was) in training)
                    {
                        module.train(was);
                    }
                }
            }

            private static Tensor InputOf<TBatch>(TBatch batch) => batch switch
            {
                Tensor tensor => tensor,
                ITuple { Length: > 0 } tuple when tuple[0] is Tensor first => first,
                IReadOnlyList<Tensor> { Count: > 0 } list => list[0],
                _ => throw new ArgumentException(
                    $"A batch is {(batch is null ? "null" : $"of type {batch.GetType()}")}: update_bn takes tensors and what begins with one. Give a "
                    + "function that calls the model with other batches.",
                    nameof(batch)),
            };
        }
    }
}
