using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Rprop; see <see cref="Modules.Rprop"/>.</summary>
        /// <param name="parameters">What to optimize.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="etaminus">Factor of a step's size after the gradient changed its sign.</param>
        /// <param name="etaplus">Factor of a step's size while the gradient keeps its sign.</param>
        /// <param name="min_step">The smallest size of a step.</param>
        /// <param name="max_step">The largest size of a step.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        public static Rprop Rprop(
            IEnumerable<Parameter> parameters,
            double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false,
            bool? @foreach = null) =>
            new(parameters, lr, etaminus, etaplus, min_step, max_step, maximize);

        /// <summary>Rprop, its parameters given with their names; see <see cref="Modules.Rprop"/>.</summary>
        /// <param name="parameters">What to optimize; the names are not used.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="etaminus">Factor of a step's size after the gradient changed its sign.</param>
        /// <param name="etaplus">Factor of a step's size while the gradient keeps its sign.</param>
        /// <param name="min_step">The smallest size of a step.</param>
        /// <param name="max_step">The largest size of a step.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        public static Rprop Rprop(
            IEnumerable<(string name, Parameter parameter)> parameters,
            double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false,
            bool? @foreach = null) =>
            new(parameters.Select(item => item.parameter), lr, etaminus, etaplus, min_step, max_step, maximize);

        /// <summary>Rprop, its parameters given in groups; see <see cref="Modules.Rprop"/>.</summary>
        /// <param name="parameters">The groups; options that one leaves open are these.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="etaminus">Factor of a step's size after the gradient changed its sign.</param>
        /// <param name="etaplus">Factor of a step's size while the gradient keeps its sign.</param>
        /// <param name="min_step">The smallest size of a step.</param>
        /// <param name="max_step">The largest size of a step.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        public static Rprop Rprop(
            IEnumerable<Rprop.ParamGroup> parameters,
            double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false,
            bool? @foreach = null) =>
            new(parameters, lr, etaminus, etaplus, min_step, max_step, maximize);
    }
}
