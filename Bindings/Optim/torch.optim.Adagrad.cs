using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Adagrad; see <see cref="Modules.Adagrad"/>.</summary>
        /// <param name="parameters">What to optimize.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="lr_decay">How fast the learning rate shrinks with the steps.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="initial_accumulator_value">What the sums of squares start from.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        public static Adagrad Adagrad(IEnumerable<Parameter> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0,
            double initial_accumulator_value = 0, double eps = 1e-10, bool maximize = false,
            bool? @foreach = null) =>
            new(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps, maximize);

        /// <summary>Adagrad, its parameters given with their names; see <see cref="Modules.Adagrad"/>.</summary>
        /// <param name="parameters">What to optimize; the names are not used.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="lr_decay">How fast the learning rate shrinks with the steps.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="initial_accumulator_value">What the sums of squares start from.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        public static Adagrad Adagrad(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, double lr_decay = 0,
            double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10, bool maximize = false,
            bool? @foreach = null) =>
            new(parameters.Select(item => item.parameter), lr, lr_decay, weight_decay, initial_accumulator_value, eps, maximize);

        /// <summary>Adagrad, its parameters given in groups; see <see cref="Modules.Adagrad"/>.</summary>
        /// <param name="parameters">The groups; options that one leaves open are these.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="lr_decay">How fast the learning rate shrinks with the steps.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="initial_accumulator_value">What the sums of squares start from.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        public static Adagrad Adagrad(IEnumerable<Adagrad.ParamGroup> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay
            = 0, double initial_accumulator_value = 0, double eps = 1e-10, bool maximize = false,
            bool? @foreach = null) =>
            new(parameters, lr, lr_decay, weight_decay, initial_accumulator_value, eps, maximize);
    }
}
