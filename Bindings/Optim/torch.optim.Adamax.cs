using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Adamax; see <see cref="Modules.Adamax"/>.</summary>
        /// <param name="parameters">What to optimize.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="beta1">Factor of the running average of the gradient.</param>
        /// <param name="beta2">Factor of the running average of its square.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        public static Adamax Adamax(IEnumerable<Parameter> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double
            eps = 1e-8, double weight_decay = 0, bool maximize = false,
            bool? @foreach = null) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, maximize);

        /// <summary>Adamax, its parameters given with their names; see <see cref="Modules.Adamax"/>.</summary>
        /// <param name="parameters">What to optimize; the names are not used.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="beta1">Factor of the running average of the gradient.</param>
        /// <param name="beta2">Factor of the running average of its square.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        public static Adamax Adamax(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.002, double beta1 = 0.9,
            double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool maximize = false,
            bool? @foreach = null) =>
            new(parameters.Select(item => item.parameter), lr, beta1, beta2, eps, weight_decay, maximize);

        /// <summary>Adamax, its parameters given in groups; see <see cref="Modules.Adamax"/>.</summary>
        /// <param name="parameters">The groups; options that one leaves open are these.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="beta1">Factor of the running average of the gradient.</param>
        /// <param name="beta2">Factor of the running average of its square.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        public static Adamax Adamax(IEnumerable<Adamax.ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0, bool maximize = false,
            bool? @foreach = null) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, maximize);
    }
}
