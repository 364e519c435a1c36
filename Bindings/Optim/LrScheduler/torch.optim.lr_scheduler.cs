namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedules of learning rates (Python's <c>torch.optim.lr_scheduler</c>).</summary>
        public static partial class lr_scheduler
        {
            /// <summary>Falls by a factor every so many epochs.</summary>
            /// <param name="optimizer">Whose learning rates to set.</param>
            /// <param name="step_size">Epochs between two falls.</param>
            /// <param name="gamma">Factor of each fall.</param>
            /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
            /// <param name="verbose">Whether each change is printed.</param>
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.StepLR(optimizer, step_size, gamma, last_epoch, verbose);

            /// <summary>Falls by a factor at given epochs.</summary>
            /// <param name="optimizer">Whose learning rates to set.</param>
            /// <param name="milestones">The epochs of the falls; one may be named more than once.</param>
            /// <param name="gamma">Factor of each fall.</param>
            /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
            /// <param name="verbose">Whether each change is printed.</param>
            public static LRScheduler MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1,
                bool verbose = false) =>
                new impl.MultiStepLR(optimizer, milestones, gamma, last_epoch, verbose);

            /// <summary>Falls by a factor each epoch.</summary>
            /// <param name="optimizer">Whose learning rates to set.</param>
            /// <param name="gamma">Factor of each fall.</param>
            /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
            /// <param name="verbose">Whether each change is printed.</param>
            public static LRScheduler ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.ExponentialLR(optimizer, gamma, last_epoch, verbose);

            /// <summary>Multiplies by a factor until a given epoch.</summary>
            /// <param name="optimizer">Whose learning rates to set.</param>
            /// <param name="factor">Factor until the end.</param>
            /// <param name="total_iters">Epochs until the end.</param>
            /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
            /// <param name="verbose">Whether each change is printed.</param>
            public static LRScheduler ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1,
                bool verbose = false) =>
                new impl.ConstantLR(optimizer, factor, total_iters, last_epoch, verbose);

            /// <summary>Moves a factor evenly from one value to another over some epochs.</summary>
            /// <param name="optimizer">Whose learning rates to set.</param>
            /// <param name="start_factor">Factor at the start.</param>
            /// <param name="end_factor">Factor at the end.</param>
            /// <param name="total_iters">Epochs until the end.</param>
            /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
            /// <param name="verbose">Whether each change is printed.</param>
            public static LRScheduler LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5,
                int last_epoch = -1, bool verbose = false) =>
                new impl.LinearLR(optimizer, start_factor, end_factor, total_iters, last_epoch, verbose);

            /// <summary>Falls to zero along a polynomial.</summary>
            /// <param name="optimizer">Whose learning rates to set.</param>
            /// <param name="total_iters">Epochs until the end.</param>
            /// <param name="power">Power of the polynomial.</param>
            /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
            /// <param name="verbose">Whether each change is printed.</param>
            public static LRScheduler PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1,
                bool verbose = false) =>
                new impl.PolynomialLR(optimizer, total_iters, power, last_epoch, verbose);

            /// <summary>Falls along half a cosine, and rises again if it goes on.</summary>
            /// <param name="optimizer">Whose learning rates to set.</param>
            /// <param name="T_max">Epochs from the top to the bottom.</param>
            /// <param name="eta_min">The lowest learning rate.</param>
            /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
            /// <param name="verbose">Whether each change is printed.</param>
            public static LRScheduler CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1,
                bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);

            /// <summary>Multiplies the initial learning rate by a function of the epoch.</summary>
            /// <param name="optimizer">Whose learning rates to set.</param>
            /// <param name="lr_lambda">Gives a factor for an epoch.</param>
            /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
            /// <param name="verbose">Whether each change is printed.</param>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.LambdaLR(optimizer, lr_lambda, last_epoch, verbose);

            /// <summary>Multiplies the learning rate by a function of the epoch, each epoch anew.</summary>
            /// <param name="optimizer">Whose learning rates to set.</param>
            /// <param name="lr_lambda">Gives a factor for an epoch.</param>
            /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
            /// <param name="verbose">Whether each change is printed.</param>
            public static LRScheduler MultiplicativeLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.MultiplicativeLR(optimizer, lr_lambda, last_epoch, verbose);
        }
    }
}
