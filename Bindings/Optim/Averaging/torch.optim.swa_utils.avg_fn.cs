namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class swa_utils
        {
            /// <summary>The exponential moving average of one tensor: <c>decay * average + (1 - decay) * current</c>.</summary>
            /// <param name="decay">How much of the old average stays, 0 to 1.</param>
            /// <exception cref="ArgumentOutOfRangeException">The decay is none.</exception>
            public static Func<Tensor, Tensor, Tensor, Tensor> get_ema_avg_fn(double decay = 0.999)
            {
                ThrowUnlessDecay(decay);
                return (average, current, _) => (average * decay) + (current * (1 - decay));
            }

            /// <summary>The exponential moving average of lists of tensors: <c>decay * average + (1 - decay) * current</c>.</summary>
            /// <param name="decay">How much of the old average stays, 0 to 1.</param>
            /// <returns>A function that changes its first list; whole numbers lose their fractions, as in Python.</returns>
            /// <exception cref="ArgumentOutOfRangeException">The decay is none.</exception>
            public static Action<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>, Tensor> get_ema_multi_avg_fn(double decay = 0.999)
            {
                ThrowUnlessDecay(decay);
                return (averages, currents, count) =>
                {
                    if (AreWhole(averages))
                    {
                        OneByOne(averages, currents, count, get_ema_avg_fn(decay));
                        return;
                    }

                    Tensor[] targets = [.. averages];
                    ops.aten._foreach_mul__Scalar(targets, decay);
                    ops.aten._foreach_add__List(targets, [.. currents], 1 - decay);
                };
            }

            /// <summary>The mean of all values of one tensor so far: <c>average + (current - average) / (num_averaged + 1)</c>.</summary>
            public static Func<Tensor, Tensor, Tensor, Tensor> get_swa_avg_fn() =>
                (average, current, count) => average + ((current - average) / (count + 1));

            /// <summary>The mean of all values of lists of tensors so far.</summary>
            /// <returns>A function that changes its first list; whole numbers lose their fractions, as in Python.</returns>
            public static Action<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>, Tensor> get_swa_multi_avg_fn() => (averages, currents, count) =>
            {
                if (AreWhole(averages))
                {
                    OneByOne(averages, currents, count, get_swa_avg_fn());
                    return;
                }

                Tensor[] targets = [.. averages];
                Tensor[] apart = ops.aten._foreach_sub_List([.. currents], targets);
                ops.aten._foreach_div__Scalar(apart, count.item<long>() + 1);
                ops.aten._foreach_add__List(targets, apart);
                foreach (Tensor one in apart)
                {
                    one.Dispose();
                }
            };

            private static bool AreWhole(IReadOnlyList<Tensor> tensors) =>
                tensors.Count > 0 && !tensors[0].is_floating_point() && !tensors[0].is_complex();

            private static void OneByOne(
                IReadOnlyList<Tensor> averages, IReadOnlyList<Tensor> currents, Tensor count, Func<Tensor, Tensor, Tensor, Tensor> function)
            {
                using var scope = NewDisposeScope();
                for (var i = 0; i < averages.Count; i++)
                {
                    ops.aten.copy_(averages[i], function(averages[i], currents[i], count));
                }
            }

            private static void ThrowUnlessDecay(double decay)
            {
                if (decay is not (>= 0 and <= 1))
                {
                    throw new ArgumentOutOfRangeException(nameof(decay), decay, "The decay has to lie between 0 and 1.");
                }
            }
        }
    }
}
