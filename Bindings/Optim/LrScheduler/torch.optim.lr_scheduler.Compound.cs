namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Rises to a highest learning rate and falls below the initial one, within one cycle; the momentum goes the other
            /// way.</summary>
            /// <param name="optimizer">Whose learning rates to set.</param>
            /// <param name="max_lr">The highest learning rate.</param>
            /// <param name="total_steps">Steps of the cycle; -1 for <paramref name="epochs"/> times <paramref name="steps_per_epoch"/>.</param>
            /// <param name="epochs">Epochs of the cycle.</param>
            /// <param name="steps_per_epoch">Steps of an epoch.</param>
            /// <param name="pct_start">Share of the cycle that rises.</param>
            /// <param name="anneal_strategy">Along a cosine or a straight line.</param>
            /// <param name="cycle_momentum">Whether the momentum (or the first beta) is cycled.</param>
            /// <param name="base_momentum">The lowest momentum.</param>
            /// <param name="max_momentum">The highest momentum.</param>
            /// <param name="div_factor">The highest learning rate over the initial one.</param>
            /// <param name="final_div_factor">The initial learning rate over the last one.</param>
            /// <param name="three_phase">Whether to fall to the initial rate first, and then to the last in a phase of its own.</param>
            /// <param name="last_epoch">The step to go on from; -1 to start.</param>
            /// <param name="verbose">Whether each change is printed.</param>
            public static LRScheduler OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos,
                    bool cycle_momentum = true,
                double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4,
                bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new impl.OneCycleLR(optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                    base_momentum,
                    max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);

            /// <summary>Rises to a highest learning rate of each group and falls below the initial one, within one cycle; the momentum goes the other
            /// way.</summary>
            /// <param name="optimizer">Whose learning rates to set.</param>
            /// <param name="max_lr">The highest learning rate of each group.</param>
            /// <param name="total_steps">Steps of the cycle; -1 for <paramref name="epochs"/> times <paramref name="steps_per_epoch"/>.</param>
            /// <param name="epochs">Epochs of the cycle.</param>
            /// <param name="steps_per_epoch">Steps of an epoch.</param>
            /// <param name="pct_start">Share of the cycle that rises.</param>
            /// <param name="anneal_strategy">Along a cosine or a straight line.</param>
            /// <param name="cycle_momentum">Whether the momentum (or the first beta) is cycled.</param>
            /// <param name="base_momentum">The lowest momentum.</param>
            /// <param name="max_momentum">The highest momentum.</param>
            /// <param name="div_factor">The highest learning rate over the initial one.</param>
            /// <param name="final_div_factor">The initial learning rate over the last one.</param>
            /// <param name="three_phase">Whether to fall to the initial rate first, and then to the last in a phase of its own.</param>
            /// <param name="last_epoch">The step to go on from; -1 to start.</param>
            /// <param name="verbose">Whether each change is printed.</param>
            public static LRScheduler OneCycleLR(Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1,
                int steps_per_epoch = -1, double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos,
                    bool cycle_momentum = true,
                IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25,
                double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new impl.OneCycleLR(optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                    base_momentum,
                    max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);

            /// <summary>Lowers the learning rate when a measured value no longer gets better; goes on by <c>step(value)</c>.</summary>
            /// <param name="optimizer">Whose learning rates to set.</param>
            /// <param name="mode"><c>min</c> if smaller values are better, <c>max</c> if larger ones are.</param>
            /// <param name="factor">Factor of each fall, below 1.</param>
            /// <param name="patience">Epochs without progress before the rate falls.</param>
            /// <param name="threshold">How much better counts as progress.</param>
            /// <param name="threshold_mode"><c>rel</c> for a share of the best value, <c>abs</c> for an amount.</param>
            /// <param name="cooldown">Epochs after a fall that do not count.</param>
            /// <param name="min_lr">The lowest learning rate, one for all groups or one for each; null for 0.</param>
            /// <param name="eps">A fall smaller than this is left out.</param>
            /// <param name="verbose">Whether each change is printed.</param>
            public static LRScheduler ReduceLROnPlateau(Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10,
                double threshold = 1e-4,
                string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false) =>
                new impl.ReduceLROnPlateau(optimizer, mode, factor, patience, threshold, threshold_mode, cooldown, min_lr, eps, verbose);

            /// <summary>One scheduler behind the other, each from its milestone on.</summary>
            /// <param name="optimizer">Whose learning rates to set.</param>
            /// <param name="schedulers">The schedulers, all for this optimizer.</param>
            /// <param name="milestones">The epochs at which the second and later ones begin.</param>
            /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
            public static LRScheduler SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones,
                int last_epoch = -1) =>
                new impl.SequentialLR(optimizer, schedulers, milestones, last_epoch);

            /// <summary>Several schedulers that all step at once (Python's <c>ChainedScheduler</c>).</summary>
            /// <param name="schedulers">The schedulers, at least one, all for one optimizer.</param>
            public static LRScheduler ChainedLR(IEnumerable<LRScheduler> schedulers) => new impl.ChainedLR(schedulers);

            /// <summary>Several schedulers that all step at once, under Python's name.</summary>
            /// <param name="schedulers">The schedulers, at least one, all for one optimizer.</param>
            public static LRScheduler ChainedScheduler(IEnumerable<LRScheduler> schedulers) => ChainedLR(schedulers);
        }
    }
}
