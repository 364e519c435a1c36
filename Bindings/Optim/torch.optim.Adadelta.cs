using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Adadelta; see <see cref="Modules.Adadelta"/>.</summary>
        /// <param name="parameters">What to optimize.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="rho">Factor of the running average of squared gradients.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        public static Adadelta Adadelta(IEnumerable<Parameter> parameters, double lr = 1, double rho = 0.9, double eps = 1e-6, double
            weight_decay = 0, bool maximize = false,
            bool? @foreach = null) =>
            new(parameters, lr, rho, eps, weight_decay, maximize);

        /// <summary>Adadelta, its parameters given with their names; see <see cref="Modules.Adadelta"/>.</summary>
        /// <param name="parameters">What to optimize; the names are not used.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="rho">Factor of the running average of squared gradients.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        public static Adadelta Adadelta(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1, double rho = 0.9, double
            eps = 1e-6, double weight_decay = 0, bool maximize = false,
            bool? @foreach = null) =>
            new(parameters.Select(item => item.parameter), lr, rho, eps, weight_decay, maximize);

        /// <summary>Adadelta, its parameters given in groups; see <see cref="Modules.Adadelta"/>.</summary>
        /// <param name="parameters">The groups; options that one leaves open are these.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="rho">Factor of the running average of squared gradients.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        public static Adadelta Adadelta(IEnumerable<Adadelta.ParamGroup> parameters, double lr = 1, double rho = 0.9, double eps = 1e-6,
            double weight_decay = 0, bool maximize = false,
            bool? @foreach = null) =>
            new(parameters, lr, rho, eps, weight_decay, maximize);
    }
}
