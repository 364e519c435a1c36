using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Averages of weights over training (Python's <c>torch.optim.swa_utils</c>).</summary>
        public static partial class swa_utils
        {
            /// <summary>Makes a copy of a model that averages its weights; see <see cref="AveragedModel{T, TResult}"/>.</summary>
            /// <typeparam name="T">The type of the input.</typeparam>
            /// <typeparam name="TResult">The type of the result.</typeparam>
            /// <param name="model">The model that is trained; it is copied as by <c>deepcopy</c>.</param>
            /// <param name="device">Where the averages live; null for the model's own device.</param>
            /// <param name="avg_fn">
            /// The new average of one tensor from the old one, the model's present value and the number of averaged values; null for their mean.
            /// </param>
            /// <param name="multi_avg_fn">The same for lists of tensors of one type and device, which it changes in place.</param>
            /// <param name="use_buffers">Whether buffers are averaged, too.</param>
            /// <exception cref="ArgumentException">Both functions are given.</exception>
            /// <exception cref="NotSupportedException">The model cannot be copied.</exception>
            public static AveragedModel<T, TResult> AveragedModel<T, TResult>(
                nn.Module<T, TResult> model, Device? device = null, Func<Tensor, Tensor, Tensor, Tensor>? avg_fn = null,
                Action<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>, Tensor>? multi_avg_fn = null, bool use_buffers = false)
            {
                ArgumentNullException.ThrowIfNull(model);
                ThrowIfBoth(avg_fn, multi_avg_fn);
                return new(model, device, avg_fn, multi_avg_fn, use_buffers);
            }

            /// <inheritdoc cref="AveragedModel{T, TResult}(nn.Module{T, TResult}, Device, Func{Tensor, Tensor, Tensor, Tensor}, Action{IReadOnlyList{Tensor}, IReadOnlyList{Tensor}, Tensor}, bool)"/>
            /// <typeparam name="T1">The type of the first input.</typeparam>
            /// <typeparam name="T2">The type of the second input.</typeparam>
            /// <typeparam name="TResult">The type of the result.</typeparam>
            public static AveragedModel<T1, T2, TResult> AveragedModel<T1, T2, TResult>(
                nn.Module<T1, T2, TResult> model, Device? device = null, Func<Tensor, Tensor, Tensor, Tensor>? avg_fn = null,
                Action<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>, Tensor>? multi_avg_fn = null, bool use_buffers = false)
            {
                ArgumentNullException.ThrowIfNull(model);
                ThrowIfBoth(avg_fn, multi_avg_fn);
                return new(model, device, avg_fn, multi_avg_fn, use_buffers);
            }

            /// <summary>Anneals the learning rates to those that weights are averaged at, over some epochs.</summary>
            /// <param name="optimizer">Whose learning rates to set.</param>
            /// <param name="swa_lr">The rate at the end, of all groups.</param>
            /// <param name="anneal_epochs">Epochs until it is reached; 0 sets it with the first step.</param>
            /// <param name="anneal_strategy"><c>cos</c> along half a cosine, or <c>linear</c>.</param>
            /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
            /// <exception cref="ArgumentException">The strategy is unknown, or the number of epochs negative.</exception>
            public static lr_scheduler.LRScheduler SWALR(
                Optimizer optimizer, double swa_lr, int anneal_epochs = 10, string anneal_strategy = "cos", int last_epoch = -1) =>
                new impl.SWALR(optimizer, [swa_lr], anneal_epochs, anneal_strategy, last_epoch);

            /// <inheritdoc cref="SWALR(Optimizer, double, int, string, int)"/>
            /// <param name="optimizer">Whose learning rates to set.</param>
            /// <param name="swa_lr">The rates at the end, one for each group.</param>
            /// <param name="anneal_epochs">Epochs until they are reached; 0 sets them with the first step.</param>
            /// <param name="anneal_strategy"><c>cos</c> along half a cosine, or <c>linear</c>.</param>
            /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
            public static lr_scheduler.LRScheduler SWALR(
                Optimizer optimizer, IList<double> swa_lr, int anneal_epochs = 10, string anneal_strategy = "cos", int last_epoch = -1) =>
                new impl.SWALR(optimizer, swa_lr, anneal_epochs, anneal_strategy, last_epoch);

            private static void ThrowIfBoth(object? one, object? many)
            {
                if (one is not null && many is not null)
                {
                    throw new ArgumentException("Only one of avg_fn and multi_avg_fn can say how weights are averaged.", "multi_avg_fn");
                }
            }
        }
    }
}
