using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>ASGD; see <see cref="Modules.ASGD"/>.</summary>
        /// <param name="parameters">What to optimize.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="lambd">Factor that parameters shrink by.</param>
        /// <param name="alpha">Power that the learning rate falls with.</param>
        /// <param name="t0">The step from which on parameters are averaged.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        public static ASGD ASGD(
            IEnumerable<Parameter> parameters,
            double lr = 1e-3, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false,
            bool? @foreach = null) =>
            new(parameters, lr, lambd, alpha, t0, weight_decay, maximize);

        /// <summary>ASGD, its parameters given with their names; see <see cref="Modules.ASGD"/>.</summary>
        /// <param name="parameters">What to optimize; the names are not used.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="lambd">Factor that parameters shrink by.</param>
        /// <param name="alpha">Power that the learning rate falls with.</param>
        /// <param name="t0">The step from which on parameters are averaged.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        public static ASGD ASGD(
            IEnumerable<(string name, Parameter parameter)> parameters,
            double lr = 1e-3, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false,
            bool? @foreach = null) =>
            new(parameters.Select(item => item.parameter), lr, lambd, alpha, t0, weight_decay, maximize);

        /// <summary>ASGD, its parameters given in groups; see <see cref="Modules.ASGD"/>.</summary>
        /// <param name="parameters">The groups; options that one leaves open are these.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="lambd">Factor that parameters shrink by.</param>
        /// <param name="alpha">Power that the learning rate falls with.</param>
        /// <param name="t0">The step from which on parameters are averaged.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        public static ASGD ASGD(
            IEnumerable<ParamGroup<ASGD.Options>> parameters,
            double lr = 1e-3, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false,
            bool? @foreach = null) =>
            new(parameters, lr, lambd, alpha, t0, weight_decay, maximize);
    }
}
