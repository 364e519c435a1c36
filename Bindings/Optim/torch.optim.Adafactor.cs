using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Adafactor; see <see cref="Modules.Adafactor"/>.</summary>
        /// <param name="parameters">What to optimize; real.</param>
        /// <param name="lr">The largest step relative to a parameter's size; scales the weight decay too.</param>
        /// <param name="beta2_decay">Power of the step that the second moment's newest share falls with; zero or less.</param>
        /// <param name="eps1">Lower bound of the moments; null for the element type's precision.</param>
        /// <param name="eps2">Lower bound of a parameter's size.</param>
        /// <param name="d">The root mean square that an update is clipped to, at least 1.</param>
        /// <param name="weight_decay">Share of a parameter that each step takes away, times the learning rate.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        public static Adafactor Adafactor(IEnumerable<Parameter> parameters, double lr = 1e-2, double beta2_decay = -0.8, double? eps1 = null,
            double eps2 = 1e-3, double d = 1, double weight_decay = 0, bool maximize = false,
            bool? @foreach = null) =>
            new(parameters, lr, beta2_decay, eps1, eps2, d, weight_decay, maximize);

        /// <summary>Adafactor, its parameters given in groups; see <see cref="Modules.Adafactor"/>.</summary>
        /// <param name="parameters">The groups; options that one leaves open are these.</param>
        /// <param name="lr">The largest step relative to a parameter's size; scales the weight decay too.</param>
        /// <param name="beta2_decay">Power of the step that the second moment's newest share falls with; zero or less.</param>
        /// <param name="eps1">Lower bound of the moments; null for the element type's precision.</param>
        /// <param name="eps2">Lower bound of a parameter's size.</param>
        /// <param name="d">The root mean square that an update is clipped to, at least 1.</param>
        /// <param name="weight_decay">Share of a parameter that each step takes away, times the learning rate.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        public static Adafactor Adafactor(IEnumerable<Adafactor.ParamGroup> parameters, double lr = 1e-2, double beta2_decay = -0.8,
            double? eps1 = null, double eps2 = 1e-3, double d = 1, double weight_decay = 0, bool maximize = false,
            bool? @foreach = null) =>
            new(parameters, lr, beta2_decay, eps1, eps2, d, weight_decay, maximize);
    }
}
